/** The sentences under the subtraction: why an object is still there, or what ended it. */
import type { Serial } from "../contract/ids";
import type { Holder, LedgerItem, SubtractionRow } from "../contract/object-detail";
import type { Ghost } from "./entry-picture";
import type { KnownCycle } from "./known-cycles";
import { grouped, listed } from "./node-naming";

export interface LifeFacts {
  readonly ghost: Ghost | undefined;
  readonly cycle: KnownCycle | undefined;
  readonly subtraction: readonly SubtractionRow[];
  readonly holders: readonly Holder[];
  readonly ledger: readonly LedgerItem[];
  readonly keyOf: (object: Serial) => string;
  readonly state: "reachable" | "unreachable";
  readonly refcount: number | "immortal";
}

export interface Explanation {
  readonly explanation: string;
  readonly emphasis: string;
}

const HOLDERS_SPELLED = 3;

export function explainLife(facts: LifeFacts): Explanation {
  const { ghost, cycle, state } = facts;
  if (ghost !== undefined) return explainDeath(ghost);
  if (state === "unreachable") return explainGarbage(cycle);
  return cycle === undefined ? explainHolders(facts) : explainCycle(facts, cycle);
}

function explainDeath({ freed }: Ghost): Explanation {
  const emphasis = `step ${freed.step}`;
  if (freed.by === "refcount")
    return {
      explanation: `Its last reference went away in ${emphasis}, so Python freed it at once.`,
      emphasis,
    };
  return {
    explanation: `The collector freed it in ${emphasis}: every reference left came from inside the cycle.`,
    emphasis,
  };
}

function explainGarbage(cycle: KnownCycle | undefined): Explanation {
  const emphasis = "Nothing left over means garbage.";
  const from = cycle === undefined ? "objects that are unreachable themselves" : "inside the cycle";
  return {
    explanation: `Every reference left comes from ${from}. ${emphasis} gc.collect() finds it with this same subtraction.`,
    emphasis,
  };
}

function explainHolders({ holders, ledger, refcount }: LifeFacts): Explanation {
  if (refcount === "immortal") return { explanation: IMMORTAL, emphasis: "no longer counts" };
  const living = holders.filter((holder) => !holder.gone);
  if (living.length === 0) return explainUnnamed(ledger);
  const emphasis = spelled(living);
  return {
    explanation: `It stays because ${emphasis} ${living.length === 1 ? "refers" : "refer"} to it.${unseenSentence(ledger, refcount)}`,
    emphasis,
  };
}

const IMMORTAL =
  "Python never frees it and no longer counts its references, as with None, small numbers and some strings.";

/** `1 of its 3 references is not visible here (C code or a library).` */
function unseenSentence(ledger: readonly LedgerItem[], refcount: number): string {
  const unseen = ledger.find(({ kind }) => kind === "unseen");
  if (unseen === undefined) return "";
  const are = unseen.count === 1 ? "is" : "are";
  return ` ${grouped(unseen.count)} of its ${grouped(refcount)} references ${are} not visible here (C code or a library).`;
}

function explainUnnamed(ledger: readonly LedgerItem[]): Explanation {
  const call = ledger.find(({ kind }) => kind === "temporary" || kind === "frame");
  if (call === undefined) return { explanation: UNSEEN, emphasis: "not visible here" };
  return { explanation: `It stays because of this: ${call.text}.`, emphasis: call.text };
}

const UNSEEN =
  "It stays because of a reference that is not visible here: C code or a library holds it.";

function explainCycle({ subtraction, holders }: LifeFacts, cycle: KnownCycle): Explanation {
  const inside = new Set<string>(cycle.members.map((member) => `o${member}`));
  const outside = holders.filter((holder) => !holder.gone && !inside.has(holder.from ?? ""));
  if (outside.length > 0) {
    const emphasis = spelled(outside);
    return {
      explanation: `A reference from outside the cycle is left over: ${emphasis}. That keeps it, and all it refers to.`,
      emphasis,
    };
  }
  const kept = subtraction.find((row) => row.leftOver > 0);
  if (kept === undefined) return { explanation: UNSEEN, emphasis: "not visible here" };
  const emphasis = `${kept.key} is kept from outside`;
  return {
    explanation: `Nothing outside refers to it directly, but ${emphasis} the cycle, and leads here.`,
    emphasis,
  };
}

/** `the name obj2`, `obj2.ref and the name x`. */
function spelled(holders: readonly Holder[]): string {
  const words = holders
    .slice(0, HOLDERS_SPELLED)
    .map(({ expression, remark }) => (isName(remark) ? `the name ${expression}` : expression));
  const more = holders.length - words.length;
  return listed(more > 0 ? [...words, `${more} more`] : words, "and");
}

function isName(remark: string): boolean {
  return remark === "name" || remark.startsWith("local name in ");
}
