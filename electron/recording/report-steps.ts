/** The whole recording as the entries of `ouroscope report`. The output texts are the session's to fill in. */
import { entryIndex, type EntryIndex, type Serial } from "../contract/ids";
import type { ReportStep } from "../contract/report";
import type { EntryPicture } from "../engine/entry-picture";
import { NO_NODE, serialOf, typeNameOf } from "../engine/heap-snapshot";
import { lifeState } from "../engine/view-nodes";
import type { RecordingBook } from "./recording-book";

export function reportSteps(book: RecordingBook): readonly ReportStep[] {
  return Array.from({ length: book.length }, (_, entry) => reportStep(book, entryIndex(entry)));
}

function reportStep(book: RecordingBook, entry: EntryIndex): ReportStep {
  const { summary, freed, collections } = book.record(entry);
  const picture = book.pictureAt(entry);
  const keyOf = (object: Serial): string => book.keys.keyOf(object);
  return {
    step: summary.step,
    inner: summary.inner,
    line: summary.line ?? null,
    code: summary.code,
    scope: summary.scope,
    stdout: "",
    stderr: "",
    names: reportNames(picture, keyOf),
    objects: reportObjects(picture, keyOf),
    references: reportReferences(picture, keyOf),
    cycles: picture.cycles.map(({ members, state }) => ({ members: members.map(keyOf), state })),
    freed: freed.map(({ object, by }) => ({ key: keyOf(object), by })),
    collections: collections.map(({ generation, trigger, collected, uncollectable }) => ({
      generation,
      trigger: trigger === "automatic" ? "automatic" : "explicit",
      collected,
      uncollectable,
    })),
  };
}

type KeyOf = (object: Serial) => string;

function reportNames({ names }: EntryPicture, keyOf: KeyOf): ReportStep["names"] {
  return names.frames.flatMap(({ scope, bindings }) =>
    bindings.flatMap(({ name, object }) =>
      object === undefined ? [] : [{ scope, name, object: keyOf(object) }],
    ),
  );
}

function reportObjects({ graph }: EntryPicture, keyOf: KeyOf): ReportStep["objects"] {
  const { nodes } = graph.snapshot;
  return graph.drawn.map((node) => ({
    key: keyOf(serialOf(graph.snapshot, node)),
    type: typeNameOf(graph.snapshot, node),
    size: nodes.size[node] ?? 0,
    refcount: nodes.refcount[node] ?? 0,
    state: lifeState(graph, node),
  }));
}

function reportReferences({ graph }: EntryPicture, keyOf: KeyOf): ReportStep["references"] {
  return graph.drawn.flatMap((node) =>
    graph
      .slotsOf(node)
      .filter((slot) => slot.target !== NO_NODE && slot.kind !== "class")
      .map((slot) => ({
        from: keyOf(serialOf(graph.snapshot, node)),
        to: keyOf(serialOf(graph.snapshot, slot.target)),
        label: slot.label,
      })),
  );
}
