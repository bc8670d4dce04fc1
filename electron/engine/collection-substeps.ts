/** Tells how a collection found what it found, in six sub-steps with a sentence each. */
import { bytes, type Serial } from "../contract/ids";
import type {
  CollectionSubstep,
  CollectionSubsteps,
  ScratchCount,
} from "../contract/collection-substeps";
import type { CollectionArithmetic } from "./collection-arithmetic";
import { nodeId, type CollectionRecord, type EntryPicture } from "./entry-picture";
import { byteSize, counted, listed } from "./node-naming";
import { idOf } from "./path-roots";
import type { Link } from "./reference-index";

export interface ToldCollection {
  /** The heap as the collection found it. */
  readonly picture: EntryPicture;
  readonly collection: CollectionRecord;
  readonly arithmetic: CollectionArithmetic;
  /** The step it ran in. */
  readonly step: number;
  readonly keyOf: (object: Serial) => string;
}

export function collectionSubsteps(told: ToldCollection): CollectionSubsteps {
  const tell = [copied, subtracted, kept, finalized, lookedAgain, freed];
  return {
    step: told.step,
    generation: told.collection.generation,
    substeps: tell.map((substep, place) => ({
      ...substep(told),
      number: `${told.step}.${place + 1}`,
    })),
  };
}

type Unnumbered = CollectionSubstep extends infer Substep
  ? Substep extends CollectionSubstep
    ? Omit<Substep, "number">
    : never
  : never;

function copied({ picture, arithmetic: { candidates } }: ToldCollection): Unnumbered {
  return {
    kind: "copy",
    title: "Copy the counts",
    sentence: `The collector copies the counts of ${counted(candidates.length, "object")} to work on.`,
    counts: candidates.map(({ node, refcount }) => ({
      node: idOf(picture, node),
      scratch: refcount,
    })),
  };
}

function subtracted({ picture, arithmetic }: ToldCollection): Unnumbered {
  const { candidates, subtracted: links } = arithmetic;
  const count = links.reduce((sum, { labels }) => sum + labels.length, 0);
  return {
    kind: "subtract",
    title: "Subtract references from inside",
    sentence: `Each reference from one of them to another is subtracted: ${counted(count, "reference")}.`,
    subtracted: links.map((link) => ({
      edge: edgeId(picture, link),
      to: idOf(picture, link.to),
      count: link.labels.length,
    })),
    counts: candidates.map(({ node, refcount, inside }): ScratchCount => ({
      node: idOf(picture, node),
      scratch: refcount - inside,
    })),
  };
}

function kept({ picture, arithmetic, collection }: ToldCollection): Unnumbered {
  const { reached } = arithmetic;
  const rest = arithmetic.kept.length;
  const found = counted(collection.found.length, "object");
  return {
    kind: "keep",
    title: "Keep what is held from outside",
    sentence:
      rest === 0
        ? `Nothing is left over for any of them, so nothing outside points in: ${found} unreachable.`
        : `${counted(rest, "object")} with more than 0 left over ${rest === 1 ? "is" : "are"} kept, with ${counted(reached.length, "object")} they lead to; ${found} unreachable.`,
    kept: arithmetic.kept.map((node) => idOf(picture, node)),
    reached: reached.map((link) => ({
      node: idOf(picture, link.to),
      edge: edgeId(picture, link),
    })),
  };
}

function finalized(told: ToldCollection): Unnumbered {
  const { picture, arithmetic, collection } = told;
  const weak = arithmetic.weak.length;
  const cleared =
    weak === 0 ? "No weak reference to them." : `${counted(weak, "weak reference")} cleared.`;
  const ran =
    collection.finalized.length === 0
      ? "No finalizer to run."
      : `Finalizers run in this order: ${keysOf(told, collection.finalized)}.`;
  return {
    kind: "finalize",
    title: "Clear weak references, run finalizers",
    sentence: `${cleared} ${ran}`,
    weakCleared: arithmetic.weak.map((link) => edgeId(picture, link)),
    finalized: collection.finalized.map(nodeId),
  };
}

function lookedAgain(told: ToldCollection): Unnumbered {
  const { survived } = told.collection;
  return {
    kind: "look-again",
    title: "Look again",
    sentence:
      survived.length === 0
        ? "The collector subtracts once more: no finalizer has brought anything back."
        : `The collector subtracts once more: ${keysOf(told, survived)} can be reached again, and ${survived.length === 1 ? "stays" : "stay"}.`,
    resurrected: survived.map(nodeId),
  };
}

function freed({ picture, arithmetic, collection }: ToldCollection): Unnumbered {
  const { freedBytes } = collection;
  return {
    kind: "free",
    title: "Break the references, free",
    sentence: `Their references are broken, the counts reach 0: ${counted(collection.freed.length, "object")} freed, ${byteSize(freedBytes)}.`,
    broken: arithmetic.broken.map((link) => edgeId(picture, link)),
    freed: collection.freed.map(nodeId),
    freedBytes: bytes(freedBytes),
  };
}

const SPELLED = 6;

function keysOf({ keyOf }: ToldCollection, objects: readonly Serial[]): string {
  const keys = objects.slice(0, SPELLED).map(keyOf);
  const more = objects.length - keys.length;
  return listed(more > 0 ? [...keys, `${more} more`] : keys, "and");
}

function edgeId(picture: EntryPicture, { from, to, kind }: Link): string {
  return `e:${idOf(picture, from)}:${idOf(picture, to)}:${kind}`;
}
