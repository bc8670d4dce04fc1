// Unpacks the CPython of any Debian suite into a folder of its own: nothing is installed, no privileges are needed.
// The interpreter is started through that suite's own loader and libc, so it runs on any Linux of the same processor.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const unneeded = ["doc", "man", "locale", "info", "i18n"].map((name) => `./usr/share/${name}`);

export const canUnpackFromDebian = () =>
  process.platform === "linux" &&
  process.arch === "x64" &&
  fs.existsSync(keyring) &&
  ["apt-get", "dpkg-deb", "tar"].every((tool) => spawnSync(tool, ["--version"]).status === 0);

/** Puts `python<version>` of `suites` into `folder`/root/usr/bin; the folder appears only when it is complete. */
export function unpackPythonFromDebian({ suites, version, folder }) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const scratch = fs.mkdtempSync(`${folder}.tmp-`);
  try {
    const archives = downloadPackages({ suites, version, scratch });
    const root = path.join(scratch, "unpacked", "root");
    fs.mkdirSync(root, { recursive: true });
    for (const archive of archives) unpack(archive, root);
    linkMergedFolders(root);
    wrapInterpreter({ root, version });
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(path.dirname(root), folder);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** Asks apt, with a private state that knows of no installed package, so that libc and all other dependencies come along. */
function downloadPackages({ suites, version, scratch }) {
  const apt = path.join(scratch, "apt");
  for (const name of ["lists/partial", "cache/archives/partial", "state"])
    fs.mkdirSync(path.join(apt, name), { recursive: true });
  fs.writeFileSync(path.join(apt, "status"), "");
  const sources = path.join(apt, "sources.list");
  const mirror = debianMirror();
  const lines = suites.map((suite) => `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  fs.writeFileSync(sources, lines.join(""));
  const settings = {
    "Dir::Etc::SourceList": sources,
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Etc::Preferences": "/dev/null",
    "Dir::Etc::PreferencesParts": "/dev/null",
    "Dir::State": path.join(apt, "state"),
    "Dir::State::Lists": path.join(apt, "lists"),
    "Dir::State::status": path.join(apt, "status"),
    "Dir::Cache": path.join(apt, "cache"),
    "APT::Sandbox::User": "root",
    "APT::Install-Recommends": "false",
    "Acquire::Languages": "none",
    "Acquire::Check-Valid-Until": "false",
    "Acquire::Retries": "2",
    "Debug::NoLocking": "1",
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
  run("apt-get", [...options, "-qq", "update"]);
  run("apt-get", [...options, "-qq", "-y", "--download-only", "install", `python${version}`]);
  const archives = path.join(apt, "cache", "archives");
  return fs
    .readdirSync(archives)
    .filter((name) => name.endsWith(".deb"))
    .map((name) => path.join(archives, name));
}

function debianMirror() {
  const targets = spawnSync("apt-get", ["indextargets", "--format", "$(SITE)"], {
    encoding: "utf8",
  });
  const sites = (targets.stdout ?? "").split("\n").filter((site) => /debian\/?$/.test(site));
  const mirror = sites.find((site) => !site.includes("security"));
  // The mirror is the machine's own choice; guessing one could bypass it.
  if (mirror === undefined) throw new Error("apt names no Debian mirror on this machine");
  return mirror;
}

function unpack(archive, root) {
  const listing = spawnSync("dpkg-deb", ["--fsys-tarfile", archive], { maxBuffer: 2 ** 30 });
  const excluded = ["./var", ...unneeded].map((name) => `--exclude=${name}`);
  run("tar", ["-x", "-C", root, "--no-same-owner", ...excluded], listing.stdout);
}

/** Merged-usr suites ship /usr/lib only, older ones /lib and /lib64 too. */
function linkMergedFolders(root) {
  for (const name of ["lib", "lib64", "bin", "sbin"]) {
    const inUsr = fs.existsSync(path.join(root, "usr", name));
    if (inUsr && !fs.existsSync(path.join(root, name)))
      fs.symlinkSync(`usr/${name}`, path.join(root, name));
  }
}

/** The wrapper stands where the interpreter stood, so sys.executable and sys.prefix come out right, with -I too. */
function wrapInterpreter({ root, version }) {
  const interpreter = path.join(root, "usr", "bin", `python${version}`);
  const loader = path.relative(root, findLoader(root));
  const libraries = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu"];
  const wrapper = [
    "#!/bin/sh",
    'r=$(cd "$(dirname "$0")/../.." && pwd)',
    `exec "$r/${loader}" --argv0 "$0" --library-path "${libraries.map((l) => `$r/${l}`).join(":")}" "$r/usr/bin/python${version}.elf" "$@"`,
  ];
  fs.renameSync(interpreter, `${interpreter}.elf`);
  fs.writeFileSync(interpreter, `${wrapper.join("\n")}\n`, { mode: 0o755 });
}

function findLoader(root) {
  const name = "ld-linux-x86-64.so.2";
  const found = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu", "usr/lib64", "lib64"]
    .map((folder) => path.join(root, folder, name))
    .find((file) => fs.existsSync(file) && fs.lstatSync(file).isFile());
  if (!found) throw new Error(`no loader among the unpacked packages in ${root}`);
  return found;
}

function run(command, parameters, input) {
  const done = spawnSync(command, parameters, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: 90_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (done.status === 0) return;
  const reason = (done.stderr || done.error?.message || "").trim().split("\n")[0];
  throw new Error(`${command} failed: ${reason}`);
}
