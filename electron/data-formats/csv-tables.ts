/** The tables of a recording as CSV: objects and references of a picture, types, collections and steps. */
import type { CollectionSummary } from "../contract/object-detail";
import type { StepSummary } from "../contract/session-events";
import type { TypeTable } from "../contract/type-table";
import { csvTable } from "./csv-table";
import type { GraphFacts } from "./graph-facts";

export function writeObjectsCsv({ objects }: GraphFacts): string {
  return csvTable(
    [
      { heading: "id", value: ({ id }) => id },
      { heading: "key", value: ({ key }) => key },
      { heading: "kind", value: ({ kind }) => kind },
      { heading: "type", value: ({ type }) => type },
      { heading: "title", value: ({ title }) => title },
      { heading: "refcount", value: ({ refcount }) => refcount },
      { heading: "immortal", value: ({ immortal }) => immortal },
      { heading: "size", value: ({ size }) => size },
      { heading: "state", value: ({ state }) => state },
      { heading: "freed_in_step", value: ({ freedInStep }) => freedInStep },
      { heading: "freed_by", value: ({ freedBy }) => freedBy },
      { heading: "tracked", value: ({ tracked }) => tracked },
      { heading: "finalizer", value: ({ finalizer }) => finalizer },
      { heading: "fate", value: ({ fate }) => fate },
      { heading: "cycle", value: ({ cycle }) => cycle },
      { heading: "count", value: ({ count }) => count },
    ],
    objects,
  );
}

/** Names are the beginning of a reference, too: `from_key` is the name then, and `kind` says so. */
export function writeReferencesCsv({ objects, names, references }: GraphFacts): string {
  const keyOf = new Map([
    ...names.map(({ id, name }) => [id, name] as const),
    ...objects.map(({ id, key }) => [id, key] as const),
  ]);
  return csvTable(
    [
      { heading: "from", value: ({ from }) => from },
      { heading: "from_key", value: ({ from }) => keyOf.get(from) ?? null },
      { heading: "to", value: ({ to }) => to },
      { heading: "to_key", value: ({ to }) => keyOf.get(to) ?? null },
      { heading: "kind", value: ({ kind }) => kind },
      { heading: "label", value: ({ label }) => label },
      { heading: "count", value: ({ count }) => count },
      { heading: "in_cycle", value: ({ inCycle }) => inCycle },
      { heading: "deleted_in_step", value: ({ deletedInStep }) => deletedInStep },
    ],
    references,
  );
}

/** One row per type of the entry. */
export function writeTypesCsv({ rows }: TypeTable): string {
  return csvTable(
    [
      { heading: "type", value: ({ typeName }) => typeName },
      { heading: "count", value: ({ count }) => count },
      { heading: "since_last_step", value: ({ sinceLastStep }) => sinceLastStep },
      { heading: "since_start", value: ({ sinceStart }) => sinceStart },
      { heading: "size", value: ({ size }) => size },
      { heading: "unreachable", value: ({ unreachable }) => unreachable },
      { heading: "retained", value: ({ retained }) => retained ?? null },
    ],
    rows,
  );
}

/** One row per collection of the recording, in order. */
export function writeCollectionsCsv(collections: readonly CollectionSummary[]): string {
  return csvTable(
    [
      { heading: "step", value: ({ step }) => step },
      { heading: "generation", value: ({ generation }) => generation },
      { heading: "trigger", value: ({ trigger }) => trigger },
      { heading: "candidates", value: ({ candidates }) => candidates },
      { heading: "found", value: ({ found }) => found },
      { heading: "freed", value: ({ freed }) => freed },
      { heading: "survived", value: ({ survived }) => survived },
      { heading: "collected", value: ({ collected }) => collected },
      { heading: "uncollectable", value: ({ uncollectable }) => uncollectable },
      { heading: "is_prediction", value: ({ isPrediction }) => isPrediction },
    ],
    collections,
  );
}

/** One row per entry: steps and the lines run inside functions. */
export function writeStepsCsv(steps: readonly StepSummary[]): string {
  return csvTable(
    [
      { heading: "step", value: ({ step }) => step },
      { heading: "inner", value: ({ inner }) => inner },
      { heading: "file", value: ({ file }) => file },
      { heading: "line", value: ({ line }) => line ?? null },
      { heading: "code", value: ({ code }) => code },
      { heading: "scope", value: ({ scope }) => scope },
      { heading: "in_memory", value: ({ inMemory }) => inMemory },
      { heading: "reachable", value: ({ reachable }) => reachable },
      { heading: "garbage_bytes", value: ({ garbageBytes }) => garbageBytes },
      { heading: "tracked", value: ({ trackedTotal }) => trackedTotal },
      { heading: "raised", value: ({ raised }) => raised },
      { heading: "events", value: ({ events }) => events.join(" ") },
    ],
    steps,
  );
}
