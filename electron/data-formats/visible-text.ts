/** Texts of a script as texts that no reader stumbles over: what cannot be seen is written as Python's `repr` writes it. */

/** Control characters, lone surrogates, non-characters, line separators, and the marks that turn the direction of writing. */
const unseen =
  // oxlint-disable-next-line eslint/no-control-regex -- these are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|\p{Surrogate}/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export function visibleText(text: string): string {
  return text.replace(unseen, (character) => named[character] ?? escaped(character));
}

/** At most `length` characters, the last of them an ellipsis when something was left out. */
export function shortened(text: string, length: number): string {
  // Of a text of any length no more is looked at than can be shown.
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

/** An identifier of ours in letters, digits and `_:.<>-` alone; different ones stay different. */
export function plainId(id: string): string {
  return id.replace(
    /[^\p{L}\p{N}_:.<>-]/gu,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16)};`,
  );
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code.padStart(4, "0")}`;
}
