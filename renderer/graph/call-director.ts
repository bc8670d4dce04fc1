/** The part of a storyboard in which a call runs: its box appears below the names, its argument holds the object, the count goes up and down again. */
import type { SubgraphView, ViewCall } from "../../electron/contract/subgraph-view";
import { countText } from "./card-badge";
import type { Announcement, TimedChange } from "./storyboard";

export interface CallStory {
  readonly changes: readonly TimedChange[];
  readonly announcements: readonly Announcement[];
}

const BOX = { from: 160, to: 320 };
const EDGE = { from: 320, to: 440 };
const UP = { from: 440, to: 660 };
const LEAVE = { from: 1100, to: 1300 };
/** From one call to the next. */
const TURN = 1140;
/** More calls in a step would keep a person waiting. */
const MOST_CALLS = 2;

export function directCalls(next: SubgraphView): CallStory {
  const calls = (next.calls ?? []).slice(0, MOST_CALLS);
  const changes = calls.flatMap((call, index) => runOf(call, next, index * TURN));
  const announcements = calls.flatMap((call, index) => wordsOf(call, next, index * TURN));
  return { changes, announcements };
}

function runOf(call: ViewCall, next: SubgraphView, at: number): TimedChange[] {
  const count = countOf(call, next);
  const rises = count !== undefined && count !== call.during;
  const node = call.argument;
  const [low, high] = [countText(count ?? call.during), countText(call.during)];
  const box: TimedChange = {
    from: BOX.from + at,
    to: LEAVE.to + at,
    kind: "call",
    call: call.id,
    text: call.text,
    argument: node,
    label: rises ? "argument" : "argument, borrowed",
    appears: later(BOX, at),
    reaches: later(EDGE, at),
    leaves: later(LEAVE, at),
  };
  if (!rises) return [box];
  return [
    box,
    { ...later(UP, at), kind: "roll", node, before: low, after: high },
    { ...later(UP, at), kind: "chip", node, text: "+1 during the call", gone: later(LEAVE, at) },
    { ...later(LEAVE, at), kind: "roll", node, before: high, after: low },
  ];
}

function wordsOf(call: ViewCall, next: SubgraphView, at: number): Announcement[] {
  const count = countOf(call, next);
  const key = next.nodes.find((node) => node.id === call.argument)?.key ?? "object";
  if (count === undefined || count === call.during)
    return [
      {
        at: UP.from + at,
        text: `${call.text} runs. Its argument was borrowed, not counted.`,
        minor: true,
      },
    ];
  const [low, high] = [countText(count), countText(call.during)];
  return [
    {
      at: UP.from + at,
      text: `${call.text} runs: count of ${key} ${low} to ${high}.`,
      minor: true,
    },
    { at: LEAVE.from + at, text: `The call ended: count ${high} to ${low}.`, minor: true },
  ];
}

function countOf(call: ViewCall, next: SubgraphView): number | undefined {
  const count = next.nodes.find((node) => node.id === call.argument)?.refcount;
  return typeof count === "number" ? count : undefined;
}

const later = (span: { readonly from: number; readonly to: number }, by: number): typeof span => ({
  from: span.from + by,
  to: span.to + by,
});
