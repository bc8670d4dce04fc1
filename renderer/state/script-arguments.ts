/** A command line as a list of words and back: blanks separate, quotes of either kind keep them, a backslash keeps the next character outside single quotes. */

/** A piece of a word (escaped, quoted, plain), or the blanks between two. An open quote reaches to the end. */
const PIECE = /\\([^])|'([^']*)(?:'|$)|"((?:\\[^]|[^"\\])*)(?:"|\\?$)|(\s+)|(\\|[^\s'"\\]+)/g;

export function splitArguments(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, escaped, single, double, blank, plain] of text.matchAll(PIECE)) {
    if (blank === undefined) {
      word =
        (word ?? "") + (escaped ?? single ?? double?.replaceAll(/\\([^])/g, "$1") ?? plain ?? "");
    } else {
      if (word !== undefined) words.push(word);
      word = undefined;
    }
  }
  return word === undefined ? words : [...words, word];
}

export function joinArguments(words: readonly string[]): string {
  return words.map(quoted).join(" ");
}

function quoted(word: string): string {
  if (word !== "" && !/[\s"'\\]/.test(word)) return word;
  return `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
