/** The document as text, piece by piece. What entries share is put into words once. */
import type { Report, ReportStep } from "../contract/report";

type SharedPart = ReportStep["names" | "objects" | "references" | "cycles"];

export interface ReportText {
  begin(head: Omit<Report, "steps">): string;
  piece(steps: readonly ReportStep[]): Iterable<string>;
  end(): string;
}

/** Longer ones are not put together before they are written. */
const pieceLength = 1_000_000;

export function createReportText(): ReportText {
  const known = new WeakMap<SharedPart, string>();
  let isFirst = true;

  function textOf(part: SharedPart): string {
    const text = known.get(part) ?? JSON.stringify(part);
    known.set(part, text);
    return text;
  }

  function stepText(step: ReportStep): string {
    const { names, objects, references, cycles, freed, collections, ...before } = step;
    const shared = { names, objects, references, cycles };
    const parts = Object.entries(shared).map(([name, part]) => `"${name}":${textOf(part)}`);
    const rest = JSON.stringify({ freed, collections }).slice(1);
    return `${JSON.stringify(before).slice(0, -1)},${parts.join(",")},${rest}`;
  }

  return {
    begin: (head) => `${JSON.stringify(head).slice(0, -1)},"steps":[`,
    *piece(steps) {
      let text = "";
      for (const step of steps) {
        text += isFirst ? stepText(step) : `,${stepText(step)}`;
        isFirst = false;
        if (text.length < pieceLength) continue;
        yield text;
        text = "";
      }
      if (text !== "") yield text;
    },
    end: () => "]}\n",
  };
}
