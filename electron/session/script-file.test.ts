import { expect, test } from "vitest";
import { decodeScript } from "./script-file";

test("a script is UTF-8, with or without a byte order mark", () => {
  expect(decodeScript(Buffer.from("\uFEFFname = 'Größe'\n"))).toBe("name = 'Größe'\n");
});

test("the encoding declared in one of the first two lines counts", () => {
  const text = "#!/usr/bin/python3\n# -*- coding: latin_1 -*-\nname = 'Größe'\n";
  expect(decodeScript(Buffer.from(text, "latin1"))).toBe(text);
});

test("an encoding nobody knows is read as UTF-8, for Python to complain about", () => {
  expect(decodeScript(Buffer.from("# coding: klingon\nä"))).toBe("# coding: klingon\nä");
});
