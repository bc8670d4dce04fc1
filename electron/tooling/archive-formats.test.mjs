import zlib from "node:zlib";
import { expect, test } from "vitest";
import { readTarEntry, writeAsar, zipEntries } from "./archive-formats.mjs";

test("a file is found in a tar behind others", () => {
  const tar = Buffer.concat([
    tarFile("package/readme", "x".repeat(600)),
    tarFile("package/app.zip", "content"),
  ]);
  expect(String(readTarEntry(tar, /\.zip$/))).toBe("content");
  expect(() => readTarEntry(tar, /\.exe$/)).toThrow("nothing in the tarball");
});

test("a zip gives its names and contents, stored and deflated", () => {
  const zip = zipOf([
    { name: "stored", method: 0, content: "plain" },
    { name: "folder/deflated", method: 8, content: "z".repeat(1000) },
  ]);
  const contents = [...zipEntries(zip)].map(({ name, read }) => [name, String(read())]);
  expect(contents).toEqual([
    ["stored", "plain"],
    ["folder/deflated", "z".repeat(1000)],
  ]);
});

test("an asar's header says where each file lies", () => {
  const asar = writeAsar([
    { name: "main.js", content: Buffer.from("hello") },
    { name: "package.json", content: Buffer.from("{}") },
  ]);
  const headerLength = asar.readUInt32LE(12);
  const header = JSON.parse(asar.toString("utf8", 16, 16 + headerLength));
  const contents = asar.subarray(8 + asar.readUInt32LE(4));
  const { offset, size } = header.files["package.json"];
  expect(contents.toString("utf8", Number(offset), Number(offset) + size)).toBe("{}");
});

function tarFile(name, content) {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(content.length.toString(8).padStart(11, "0"), 124);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

function zipOf(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const { name, method, content } of files) {
    const stored = method === 8 ? zlib.deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(stored.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    locals.push(local, stored);
    central.push(entry);
    offset += local.length + stored.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}
