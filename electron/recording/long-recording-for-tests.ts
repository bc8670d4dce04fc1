/** A long made-up run: `steps` lines over `objects` nodes in lists and pairs, one reference changed by each line. */
import type { AgentMessage } from "../contract/agent-message";
import { MessagesForTests, type HeapText, type ObjectText } from "./messages-for-tests";

export function longRecording(steps: number, objects: number): readonly AgentMessage[] {
  const write = new MessagesForTests();
  const heap: Record<string, ObjectText> = {};
  const nodeKeys = Array.from({ length: objects - 1 }, (_, place) => `node${place}`);
  const links = new Map<string, string>();
  const messages: AgentMessage[] = [write.heap({}, { "<module>": {} }), write.step(undefined)];
  for (let step = 1; step <= steps; step += 1) {
    const from = nodeKeys[(step * 7) % nodeKeys.length] ?? "node0";
    const to = nodeKeys[(step * 13 + 5) % nodeKeys.length] ?? "node0";
    links.set(from, to);
    const counts = new Map<string, number>();
    for (const target of links.values()) counts.set(target, (counts.get(target) ?? 0) + 1);
    for (const key of nodeKeys)
      heap[key] = nodeText(key, links.get(key), 1 + (counts.get(key) ?? 0));
    heap["nodes"] = {
      type: "list",
      refcount: 1,
      length: nodeKeys.length,
      edges: nodeKeys.map((key, place) => `[${place}] -> ${key}`),
    };
    messages.push(
      write.heap(heap satisfies HeapText, { "<module>": { nodes: "nodes", step: `= ${step}` } }),
      write.step(1 + (step % 3)),
    );
  }
  return messages;
}

function nodeText(key: string, link: string | undefined, refcount: number): ObjectText {
  const next = link === undefined ? [] : [`.next -> ${link}`];
  return { type: "Node", refcount, edges: [`.name = '${key}'`, ...next] };
}
