/** The lines of text inside a card: an object's attributes, items and keys as Python writes them. */
import { NONE, ReferentKind } from "../contract/agent-message";
import type { NodeIndex, Serial } from "../contract/ids";
import type { NodeKind, ViewRow } from "../contract/subgraph-view";
import { nodeId } from "./entry-picture";
import type { FoldedGraph, Slot } from "./folding";
import { NO_NODE } from "./heap-snapshot";
import { grouped, kindOf } from "./node-naming";
import { indexIn } from "./slot-order";

const CARD_ROWS = 5;
const SEQUENCE_HEAD = 3;

export interface CardRows {
  readonly rows: readonly ViewRow[];
  readonly hiddenRows: number;
}

type KeyOf = (object: Serial) => string;

/** The rows of a card; what does not fit is counted. */
export function cardRows(graph: FoldedGraph, node: NodeIndex, keyOf: KeyOf): CardRows {
  const kind = kindOf(graph.snapshot, node);
  const rows = allRows(graph, node, keyOf);
  if (kind === "list" || kind === "tuple")
    return sequenceRows(rows, lengthOf(graph, node) ?? rows.length);
  const length = Math.max(
    rows.length,
    kind === "dict" || kind === "set" ? (lengthOf(graph, node) ?? 0) : 0,
  );
  if (length <= CARD_ROWS) return { rows, hiddenRows: 0 };
  const shown = rows.slice(0, CARD_ROWS - 1);
  return {
    rows: [...shown, remark(`${grouped(length - shown.length)} more`)],
    hiddenRows: length - shown.length,
  };
}

/** First 3, how many are left out, last 1. */
function sequenceRows(rows: readonly ViewRow[], length: number): CardRows {
  if (length <= CARD_ROWS) return { rows, hiddenRows: 0 };
  const head = rows.filter((row) => indexIn(row.label) < SEQUENCE_HEAD);
  const tail = rows.filter((row) => indexIn(row.label) === length - 1);
  const hiddenRows = length - head.length - tail.length;
  return { rows: [...head, remark(`${grouped(hiddenRows)} more`), ...tail], hiddenRows };
}

function lengthOf(graph: FoldedGraph, node: NodeIndex): number | undefined {
  const length = graph.snapshot.nodes.containerLength[node];
  return length === NONE ? undefined : length;
}

/** Every row the recording kept, in reading order. */
export function allRows(graph: FoldedGraph, node: NodeIndex, keyOf: KeyOf): readonly ViewRow[] {
  const kind = kindOf(graph.snapshot, node);
  if (kind === "class" || kind === "function") return [];
  const rows = graph
    .slotsOf(node)
    .filter((slot) => slot.kind !== "class" && !isMachinery(slot, kind))
    .map((slot) => rowOf(graph, slot, { kind, keyOf }));
  // The collector visits lists and tuples from their end; the keys of a dict stay in their order.
  return kind === "dict" ? rows : rows.toSorted((a, b) => indexIn(a.label) - indexIn(b.label));
}

/** What Python itself keeps on an object: its type, a generator's code and name. */
function isMachinery(slot: Slot, kind: NodeKind): boolean {
  if (slot.label.startsWith(".__") && slot.target === NO_NODE) return true;
  return kind === "generator" && !slot.label.startsWith("local ");
}

interface Holder {
  readonly kind: NodeKind;
  readonly keyOf: KeyOf;
}

function rowOf(graph: FoldedGraph, slot: Slot, { kind, keyOf }: Holder): ViewRow {
  const label = kind === "dict" ? withoutBrackets(slot.label) : rowLabel(slot.label);
  if (slot.target !== NO_NODE) {
    const object = graph.snapshot.nodes.serial[slot.target];
    return { label, text: keyOf(object), value: "reference", target: nodeId(object) };
  }
  if (slot.referent === ReferentKind.outside)
    return { label, text: outsideText(slot.text), value: "remark" };
  return { label, text: slot.text, value: valueKind(slot.text) };
}

/** `.name` -> `name`, `['k']` -> `'k'`, `[0]` stays, `local i` -> `i`. */
function rowLabel(label: string): string {
  if (label === "{}") return "";
  if (label.startsWith(".")) return label.slice(1);
  if (label.startsWith("local ")) return label.slice("local ".length);
  return /^\[\d+\]$/.test(label) ? label : withoutBrackets(label);
}

function withoutBrackets(label: string): string {
  return label.replace(/^\[(.*)\]$/s, "$1");
}

/** `module\u001fgc` -> `module gc`. */
export function outsideText(text: string): string {
  const [kind = "", name = ""] = text.split("\u001f");
  return kind === "object" ? name : `${kind} ${name.replace(/^builtins\./, "")}`;
}

export function valueKind(text: string): ViewRow["value"] {
  if (/^(None|True|False|\.\.\.|Ellipsis|NotImplemented)$/.test(text)) return "constant";
  if (/^[+-]?(\d|inf|nan|\()/.test(text)) return "number";
  return "text";
}

function remark(text: string): ViewRow {
  return { label: "", text, value: "remark" };
}
