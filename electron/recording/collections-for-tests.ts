/** What the recording says of each collection of a run, beside what CPython says of it on stderr (`gc.DEBUG_COLLECTABLE | gc.DEBUG_STATS`). */
import type { AgentMessage, HeapMessage } from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import { entryIndex } from "../contract/ids";
import type { CollectionRecord } from "../engine/entry-picture";
import { CollectionFollower } from "./collection-follower";
import { EntryAnalyst } from "./entry-analyst";
import { RecordingBook } from "./recording-book";

/** `type address` of each object, in the order found. */
export interface CheckedCollection {
  readonly said: readonly string[];
  readonly predicted: readonly string[];
  /** Undefined when no line was completed after it. */
  readonly record: CollectionRecord | undefined;
}

/** The collections that CPython spoke about: the last of the run. */
export function checkCollections(
  messages: readonly AgentMessage[],
  stderr: string,
): readonly CheckedCollection[] {
  const said = spokenIn(stderr);
  const { predicted, records } = predict(messages);
  const first = predicted.length - said.length;
  if (first < 0)
    throw new Error(`CPython spoke of ${said.length} collections, seen were ${predicted.length}`);
  return said.map((lines, place) => ({
    said: lines,
    predicted: predicted[first + place] ?? [],
    record: records[first + place],
  }));
}

/** `gc: collectable <dict 0x7f12>`, behind a line that says a collection began. */
function spokenIn(stderr: string): readonly (readonly string[])[] {
  return stderr
    .split(/^gc: collecting generation /m)
    .slice(1)
    .map((part) =>
      [...part.matchAll(/^gc: (?:un)?collectable <(.*) 0x([0-9a-f]+)>$/gm)].map(
        ([, , address = ""]) => Number.parseInt(address, 16).toString(16),
      ),
    );
}

function predict(messages: readonly AgentMessage[]): {
  readonly predicted: readonly (readonly string[])[];
  readonly records: readonly CollectionRecord[];
} {
  const book = new RecordingBook("", () => undefined);
  const analyst = new EntryAnalyst(book);
  const collections = new CollectionFollower(book, analyst);
  const predicted: (readonly string[])[] = [];
  let lastHeap: HeapMessage | undefined;
  for (const message of messages) {
    switch (message.kind) {
      case "hello":
        book.python = message;
        break;
      case "heap":
        lastHeap = message;
        analyst.acceptHeap(message, collections.isRunning);
        break;
      case "step":
        analyst.completeEntry(message, collections.inHand);
        break;
      case "candidates":
        collections.takeCandidates(message);
        break;
      case "collection-start":
        collections.start(message, lastHeap);
        predicted.push(collections.found.map(({ address }) => address.toString(16)));
        break;
      case "collection-stop":
        collections.stop(message);
        break;
      case "ended":
      case "failure":
      case "running":
      case "paused":
      case "tracing-lost":
      case "exit":
        break;
      default:
        assertNever(message, "agent message");
    }
  }
  const records = book.entriesWithCollections.flatMap(
    (entry) => book.record(entryIndex(entry)).collections,
  );
  return { predicted, records };
}
