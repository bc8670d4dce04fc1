/** Sorts the words of a command line: `--name value`, `--name=value` and `--flag` apart from the rest. */

export interface KnownOptions {
  /** Take a value. */
  readonly valued: readonly string[];
  readonly flags: readonly string[];
}

export interface SortedWords {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  /** What stands behind `--`. */
  readonly scriptArgs: readonly string[];
  /** A sentence; the rest is then of no use. */
  readonly wrong?: string;
}

export function sortWords(words: readonly string[], known: KnownOptions): SortedWords {
  const dashes = words.indexOf("--");
  const own = dashes === -1 ? words : words.slice(0, dashes);
  const scriptArgs = dashes === -1 ? [] : words.slice(dashes + 1);
  const options = new Map<string, string>();
  const flags = new Set<string>();
  const files: string[] = [];
  const wrong = (sentence: string): SortedWords => ({
    files,
    options,
    flags,
    scriptArgs,
    wrong: sentence,
  });
  for (let index = 0; index < own.length; index++) {
    const word = own[index] ?? "";
    if (!word.startsWith("-") || word === "-") {
      files.push(word);
      continue;
    }
    const [name = "", ...valueParts] = word.split("=");
    if (known.flags.includes(name)) {
      if (valueParts.length > 0) return wrong(`"${name}" takes no value.`);
      flags.add(name);
      continue;
    }
    if (!known.valued.includes(name)) return wrong(`There is no option "${name}".`);
    const value = valueParts.length > 0 ? valueParts.join("=") : (own[(index += 1)] ?? "");
    if (value === "") return wrong(`"${name}" needs a value.`);
    options.set(name, value);
  }
  return { files, options, flags, scriptArgs };
}
