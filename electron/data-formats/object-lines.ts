/** What a box of a drawn format says about an object or a name, line by line. */
import type { NameFacts, ObjectFacts } from "./graph-facts";
import { shortened, visibleText } from "./visible-text";

/** Longer lines are no use in a picture. */
const lineLength = 80;

export function objectLines(object: ObjectFacts): readonly string[] {
  const { key, title, subtitle, type } = object;
  // An object that never had a name is told apart by what it holds.
  const isNamed = !title.includes(key) && !key.startsWith(`${type}#`);
  const heading = isNamed ? `${title} ${key}` : title;
  const values = object.values.filter((value) => value.object === null).map(valueLine);
  return [
    subtitle === "" ? heading : `${heading}, ${subtitle}`,
    ...values,
    ...(object.hiddenValues > 0 ? [`${object.hiddenValues} more`] : []),
    ...stateLines(object),
  ].map((line) => shortened(visibleText(line), lineLength));
}

export function nameLine({ name, text, deletedInStep }: NameFacts): string {
  const value = text === null ? "" : ` = ${text}`;
  const end = deletedInStep === null ? "" : ` (deleted, step ${deletedInStep})`;
  return shortened(visibleText(`${name}${value}`), lineLength) + end;
}

/** A reference's label; one that is gone says so. */
export function referenceLine(label: string, deletedInStep: number | null): string {
  const text = shortened(visibleText(label), lineLength);
  if (deletedInStep === null) return text;
  return `${text === "" ? "" : `${text}, `}deleted, step ${deletedInStep}`;
}

function valueLine({ label, text }: ObjectFacts["values"][number]): string {
  return label === "" ? text : `${label} = ${text}`;
}

function stateLines(object: ObjectFacts): readonly string[] {
  const lines: string[] = [];
  if (object.refcount !== null && object.state !== "freed")
    lines.push(`refcount ${object.refcount}`);
  if (object.state === "unreachable") lines.push("unreachable");
  if (object.fate !== null) lines.push(object.fate);
  if (object.freedInStep !== null) {
    const by = object.freedBy === "collector" ? "by the collector" : "by its refcount";
    lines.push(`freed in step ${object.freedInStep} ${by}`);
  }
  return lines;
}
