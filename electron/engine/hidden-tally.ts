/** Counts what is not drawn, by reason, and says it in words. */
import type { HiddenCount } from "../contract/subgraph-view";
import { grouped } from "./node-naming";

type Reason = HiddenCount["reason"];

export class HiddenTally {
  readonly #counts = new Map<Reason, number>();

  /** Answers false, so that it can end a filter. */
  hide(reason: Reason, count = 1): false {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
    return false;
  }

  counts(): readonly HiddenCount[] {
    return [...this.#counts]
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({ reason, count, text: `${grouped(count)} ${WORDS[reason]}` }))
      .toSorted((a, b) => b.count - a.count);
  }
}

const WORDS: Readonly<Record<Reason, string>> = {
  "hidden-object": "hidden by you",
  "hidden-type": "of types hidden by you",
  collapsed: "behind collapsed objects",
  "out-of-focus": "not near the object in focus",
  grouped: "drawn together in groups",
  "no-room": "beyond what can be drawn",
  module: "modules",
  builtin: "builtins and library objects",
};
