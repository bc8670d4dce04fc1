/** What the recording keeps of one entry besides the state of its objects. */
import type { Serial } from "../contract/ids";
import type { NamesAtEntry } from "../engine/bound-names";
import type { CollectionRecord } from "../engine/entry-picture";
import type { KnownCycle } from "../engine/known-cycles";
import type { SideReferences } from "../engine/side-references";
import type { StepSummary } from "../contract/session-events";

export interface EntryRecord {
  readonly summary: StepSummary;
  readonly how: "continued" | "returned" | "raised" | "person";
  readonly collecting: boolean;
  readonly stdoutEnd: number;
  readonly stderrEnd: number;
  readonly names: NamesAtEntry;
  readonly beside: SideReferences;
  readonly cycles: readonly KnownCycle[];
  readonly freed: readonly Freed[];
  readonly collections: readonly CollectionRecord[];
}

export interface Freed {
  readonly object: Serial;
  readonly by: "refcount" | "collector";
}
