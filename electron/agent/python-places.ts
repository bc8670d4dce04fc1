/** Where interpreters usually are, best first; looks at folders only and runs nothing. */
import fs from "node:fs";
import path from "node:path";

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

export interface PythonPlace {
  readonly path: string;
  readonly origin: "virtual environment" | "PATH" | "pyenv" | "system" | "chosen";
}

/** The order is the order of preference: what the project asks for, what the terminal would run, then the rest. */
export function findPythonPlaces(
  surroundings: Surroundings,
  scriptFolder: string | undefined,
): readonly PythonPlace[] {
  const { environment } = surroundings;
  const beside = scriptFolder === undefined ? [] : environmentFolders(scriptFolder);
  const active = environment["VIRTUAL_ENV"];
  const environments = [...beside, ...(active ? [active] : [])];
  const places: readonly PythonPlace[] = [
    ...environments.map((folder) => ({
      path: pythonInEnvironment(folder, surroundings.platform),
      origin: "virtual environment" as const,
    })),
    ...onPath(surroundings).map((found) => ({ path: found, origin: "PATH" as const })),
    ...pyenvPythons(surroundings).map((found) => ({ path: found, origin: "pyenv" as const })),
    ...systemPythons(surroundings).map((found) => ({ path: found, origin: "system" as const })),
  ];
  return places.filter(({ path: place }) => fs.existsSync(place));
}

/** The file a command's name stands for: as it is when it has a folder in it, else the first on PATH. */
export function resolveCommand(command: string, surroundings: Surroundings): string {
  if (command.includes("/") || command.includes(path.sep)) return path.resolve(command);
  const names = surroundings.platform === "win32" ? [command, `${command}.exe`] : [command];
  return searchPath(surroundings, names)[0] ?? command;
}

function environmentFolders(scriptFolder: string): readonly string[] {
  return [".venv", "venv", "env"].map((name) => path.join(scriptFolder, name));
}

function pythonInEnvironment(folder: string, platform: NodeJS.Platform): string {
  return platform === "win32"
    ? path.join(folder, "Scripts", "python.exe")
    : path.join(folder, "bin", "python");
}

function onPath(surroundings: Surroundings): readonly string[] {
  if (surroundings.platform === "win32")
    return searchPath(surroundings, ["python.exe", "python3.exe"]);
  const versioned = [15, 14, 13, 12, 11, 10, 9].map((minor) => `python3.${minor}`);
  return searchPath(surroundings, ["python3", "python", ...versioned]);
}

/** Every match: by name first, then by the order of the folders. */
function searchPath({ environment }: Surroundings, names: readonly string[]): readonly string[] {
  const folders = (environment["PATH"] ?? environment["Path"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .filter((candidate) => fs.existsSync(candidate));
}

function pyenvPythons({ environment, platform, home }: Surroundings): readonly string[] {
  const root =
    environment["PYENV_ROOT"] ??
    path.join(home, ".pyenv", ...(platform === "win32" ? ["pyenv-win"] : []));
  const python = platform === "win32" ? ["python.exe"] : ["bin", "python"];
  return subfolders(path.join(root, "versions")).map((folder) => path.join(folder, ...python));
}

/** Where installers put Python without touching the PATH a windowed program sees. */
function systemPythons({ environment, platform }: Surroundings): readonly string[] {
  if (platform === "darwin") {
    return [
      "/opt/homebrew/bin/python3",
      "/usr/local/bin/python3",
      ...subfolders("/Library/Frameworks/Python.framework/Versions").map((folder) =>
        path.join(folder, "bin", "python3"),
      ),
    ];
  }
  if (platform !== "win32") return [];
  const local = environment["LOCALAPPDATA"];
  const shared = environment["ProgramFiles"];
  const parents = [
    ...(local ? [path.join(local, "Programs", "Python"), path.join(local, "Python")] : []),
    ...(shared ? [shared] : []),
  ];
  return parents
    .flatMap(subfolders)
    .filter((folder) => /python/i.test(path.basename(folder)))
    .map((folder) => path.join(folder, "python.exe"));
}

/** Newest version first. */
function subfolders(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  const newestFirst = new Intl.Collator("en", { numeric: true });
  return fs
    .readdirSync(folder)
    .toSorted((left, right) => newestFirst.compare(right, left))
    .map((name) => path.join(folder, name));
}
