/** An option whose value is one of a few words. */
import type { SortedWords } from "./option-words";

export function oneOf<const Choice extends string>(
  { options }: SortedWords,
  name: string,
  choices: readonly Choice[],
): { readonly value?: Choice; readonly wrong?: string } {
  const text = options.get(name);
  if (text === undefined) return {};
  return isOneOf(choices, text)
    ? { value: text }
    : { wrong: `"${name}" is one of ${choices.join(", ")}, not "${text}".` };
}

export function isOneOf<const Choice extends string>(
  choices: readonly Choice[],
  text: string,
): text is Choice {
  return choices.some((choice) => choice === text);
}
