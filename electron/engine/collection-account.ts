/** What one collection did, counted: whose objects it found, what became of them, and one or two sentences in which the number it returned adds up. */
import type { CollectionSummary } from "../contract/object-detail";
import { counted, grouped, listed } from "./node-naming";

type OwnerName = CollectionSummary["owners"][number]["owner"];

export interface FoundObject {
  readonly owner: OwnerName;
  readonly typeName: string;
  /** Where it was when the collection was over. `garbage`: still there, in `gc.garbage`. */
  readonly fate: "freed" | "survived" | "garbage";
  /** The dict of an instance that was found too. */
  readonly isAttributeDict: boolean;
}

export interface CollectionFacts {
  readonly candidates: number;
  readonly found: readonly FoundObject[];
  /** `uncollectable` included. */
  readonly returned: number;
  /** Weak references that were not found themselves and are gone: their callbacks dropped them, and the collector counts those too. */
  readonly droppedWeakReferences: number;
}

export type CollectionCount = Pick<
  CollectionSummary,
  "candidates" | "found" | "freed" | "survived" | "owners" | "types" | "account"
>;

export function countCollection(facts: CollectionFacts): CollectionCount {
  const { found, candidates } = facts;
  return {
    candidates,
    found: found.length,
    freed: found.filter(isFreed).length,
    survived: found.filter(({ fate }) => fate === "survived").length,
    owners: OWNERS.map((owner) => ({
      owner,
      ...countOf(found.filter((one) => one.owner === owner)),
    })).filter((count) => count.found > 0),
    types: countTypes(found),
    account: [sayFound(found), sayFates(found), sayReturned(facts)].filter(Boolean).join(" "),
  };
}

const OWNERS: readonly OwnerName[] = ["script", "library", "interpreter"];
const WHOSE: Readonly<Record<OwnerName, string>> = {
  script: "of the script",
  library: "of libraries",
  interpreter: "of the interpreter",
};

function isFreed({ fate }: FoundObject): boolean {
  return fate === "freed";
}

function countOf(found: readonly FoundObject[]): {
  readonly found: number;
  readonly freed: number;
} {
  return { found: found.length, freed: found.filter(isFreed).length };
}

function countTypes(found: readonly FoundObject[]): CollectionSummary["types"] {
  const groups = new Map<string, FoundObject[]>();
  for (const object of found) {
    const key = `${object.owner} ${object.typeName}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [object]);
    else group.push(object);
  }
  return [...groups.values()]
    .flatMap((group) =>
      group.slice(0, 1).map(({ owner, typeName }) => ({ typeName, owner, ...countOf(group) })),
    )
    .toSorted((a, b) => b.found - a.found);
}

function sayFound(found: readonly FoundObject[]): string {
  if (found.length === 0) return "It found nothing unreachable.";
  const owners = OWNERS.filter((owner) => found.some((one) => one.owner === owner));
  const parts = owners.map((owner) => found.filter((one) => one.owner === owner));
  const total = counted(found.length, "unreachable object");
  const [only] = owners;
  if (owners.length === 1 && only !== undefined) {
    const dicts = sayDicts(found);
    return dicts === "" ? `It found ${total} ${WHOSE[only]}.` : `It found ${total}: ${dicts}.`;
  }
  const words = parts.map((part, place) => {
    const dicts = sayDicts(part);
    return `${grouped(part.length)} ${WHOSE[owners[place] ?? "script"]}${dicts === "" ? "" : ` (${dicts})`}`;
  });
  return `It found ${total}: ${listed(words, "and")}.`;
}

/** `2 objects and their 2 attribute dictionaries`: up to 3.10 an instance keeps its attributes in a dict of its own. */
function sayDicts(found: readonly FoundObject[]): string {
  const dicts = found.filter(({ isAttributeDict }) => isAttributeDict).length;
  if (dicts === 0) return "";
  const others = counted(found.length - dicts, "object");
  return found.length - dicts === 1
    ? `${others} and its attribute dictionary`
    : `${others} and their ${dicts === 1 ? "attribute dictionary" : `${grouped(dicts)} attribute dictionaries`}`;
}

function sayFates(found: readonly FoundObject[]): string {
  if (found.length === 0) return "";
  const count = (fate: FoundObject["fate"]): number =>
    found.filter((object) => object.fate === fate).length;
  const freed = count("freed");
  if (freed === found.length) return freed === 1 ? "It was freed." : "All were freed.";
  const parts = [
    freed === 0 ? "none was freed" : `${grouped(freed)} ${were(freed)} freed`,
    ...sayFate(count("survived"), "kept alive again by a finalizer"),
    ...sayFate(count("garbage"), "put into gc.garbage"),
  ];
  const sentence = parts.join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function sayFate(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${grouped(count)} ${were(count)} ${what}`];
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}

/**
 * CPython returns what was still unreachable after the finalizers ran, plus the weak references that went with their
 * callbacks (`gc_collect_main`, Python/gc.c).
 */
function sayReturned({ found, returned, droppedWeakReferences }: CollectionFacts): string {
  const ended = found.filter(({ fate }) => fate !== "survived").length;
  const missing = ended - returned;
  const number = `It returned ${grouped(returned)}`;
  if (missing === 0) return `${number}.`;
  if (missing > 0)
    return `${number}: ${grouped(missing)} ${were(missing)} gone before it counted, because a finalizer or a closing generator let go of ${missing === 1 ? "it" : "them"}.`;
  if (-missing <= droppedWeakReferences)
    return `${number}, ${counted(-missing, "weak reference")} included that went with ${-missing === 1 ? "its callback" : "their callbacks"}.`;
  return `${number}: it also counted ${grouped(-missing)} that ${were(-missing)} still there afterwards.`;
}
