/** What the person, or the system, put on the app's command line. */
import path from "node:path";

export interface LaunchArguments {
  /** Absolute. */
  readonly file?: string;
  readonly python?: string;
  /** What stands behind `--` belongs to the script. */
  readonly scriptArguments: readonly string[];
  readonly e2e: boolean;
}

/**
 * `words` is the whole argv. From a checkout it holds the app's folder, and all before that is Electron's own;
 * switches of Chromium may stand anywhere.
 */
export function readLaunchArguments(
  words: readonly string[],
  { appFolder, workingFolder }: { readonly appFolder: string; readonly workingFolder: string },
): LaunchArguments {
  const appWord = words.findIndex(
    (word, index) => index > 0 && path.resolve(workingFolder, word) === appFolder,
  );
  const all = words.slice(Math.max(appWord, 0) + 1);
  const end = all.indexOf("--");
  const own = end < 0 ? all : all.slice(0, end);
  let file: string | undefined;
  let python: string | undefined;
  for (let index = 0; index < own.length; index++) {
    const word = own[index] ?? "";
    if (word === "--python") python = own[(index += 1)];
    else if (word.startsWith("--python=")) python = word.slice("--python=".length);
    else if (word !== "" && !word.startsWith("-")) file ??= path.resolve(workingFolder, word);
  }
  return {
    ...(file === undefined ? {} : { file }),
    ...(python === undefined ? {} : { python }),
    scriptArguments: end < 0 ? [] : all.slice(end + 1),
    e2e: own.includes("--e2e"),
  };
}
