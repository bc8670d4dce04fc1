/** Everything the views need to know about one entry; put together by the recording, read by the builders of views. */
import type { StepSummary } from "../contract/session-events";
import type { EntryIndex, Serial } from "../contract/ids";
import type { CollectionCount } from "./collection-account";
import type { NamesAtEntry } from "./bound-names";
import type { FoldedGraph } from "./folding";
import type { KnownCycle } from "./known-cycles";
import type { SideReferences } from "./side-references";

export interface FreedHow {
  readonly step: number;
  readonly by: "refcount" | "collector";
}

export interface EntryPicture {
  readonly entry: EntryIndex;
  readonly step: number;
  /** 0 for the module-level line itself. */
  readonly inner: number;
  readonly depth: number;
  /** Empty: the script. */
  readonly file: string;
  readonly line: number | undefined;
  readonly code: string;
  readonly scope: string;
  /** Recorded while a collection was under way. */
  readonly collecting: boolean;
  readonly how: "continued" | "returned" | "raised" | "person";
  readonly graph: FoldedGraph;
  readonly names: NamesAtEntry;
  readonly beside: SideReferences;
  readonly cycles: readonly KnownCycle[];
}

/** An object gone since the entry a picture is compared with, as it last was. */
export interface Ghost {
  readonly object: Serial;
  readonly last: EntryPicture;
  readonly freed: FreedHow;
}

export interface CollectionRecord {
  readonly generation: 0 | 1 | 2;
  readonly trigger: "explicit" | "automatic" | "person";
  readonly collected: number;
  readonly uncollectable: number;
  /** Threshold of the youngest generation. */
  readonly threshold: number;
  readonly found: readonly Serial[];
  readonly finalized: readonly Serial[];
  readonly freed: readonly Serial[];
  readonly survived: readonly Serial[];
  readonly freedBytes: number;
  /** Drawn or not, the script's or not. */
  readonly count: CollectionCount;
  /** Objects this collection put into `gc.garbage`. */
  readonly garbage: number;
  /** Those of them that are the script's. */
  readonly inGarbage: readonly Serial[];
  readonly isPrediction: boolean;
}

/** What every builder of a picture shares. */
export interface PictureContext {
  readonly now: EntryPicture;
  /** The entry it is compared with: the step before, or the inner step before. */
  readonly before: EntryPicture | undefined;
  readonly ghosts: readonly Ghost[];
  /** What went before `before`, latest first. */
  readonly olderGhosts: () => readonly Ghost[];
  /** Collections since `before`. */
  readonly collections: readonly CollectionRecord[];
  /** Collections during this very entry: their line is this line. */
  readonly ownCollections: readonly CollectionRecord[];
  readonly keyOf: (object: Serial) => string;
  readonly addressOf: (object: Serial) => number;
  /** It had a name of its own at some time: when no name is left, it is known as formerly that. */
  readonly wasNamed: (object: Serial) => boolean;
  /** The union has a place for it. */
  readonly isPlaced: (object: Serial) => boolean;
  readonly trackedTotal: number;
  readonly showHidden: boolean;
  /** A what-if: nothing happened, so there is nothing to note or to teach. */
  readonly notReal?: true;
  readonly python: { readonly version: readonly [number, number, number] };
  /** Some collection so far put something into `gc.garbage`. */
  readonly hadGarbage: boolean;
  /** Objects some collection so far put there. */
  readonly inGarbage: ReadonlySet<Serial>;
  /** Of the collector; undefined: in none. */
  readonly generationOf: (object: Serial) => 0 | 1 | 2 | undefined;
  readonly collectorOff: StepSummary["collectorOff"];
  /** A later entry in which a collection frees something. */
  readonly collectionAhead: boolean;
}

export function nodeId(object: Serial): string {
  return `o${object}`;
}
