/** Takes out of a recording's rows what somebody may not want to pass on; what refers to what stays. */
import { ReferentKind } from "../../contract/agent-message";
import type { RecordingFacts, Redaction } from "../../contract/recording-facts";
import type { SegmentTables, UnionTables } from "./tables-of-recording";

const HIDDEN = "\u2026";

export function redactFacts(facts: RecordingFacts, { values, source }: Redaction): RecordingFacts {
  const { script, outcome } = facts;
  return {
    ...facts,
    script: source ? { ...script, text: "" } : script,
    output: values ? [] : facts.output,
    cells: source || values ? [] : facts.cells,
    outcome: values && "message" in outcome ? { ...outcome, message: HIDDEN } : outcome,
  };
}

export function redactRows(rows: SegmentTables, { values, source }: Redaction): SegmentTables {
  return {
    ...rows,
    steps: source ? rows.steps.map((row) => ({ ...row, code: "" })) : rows.steps,
    ...(values
      ? {
          edges: rows.edges.map((row) => ({
            ...row,
            label: redactLabel(row.label),
            text: redactValue(row.kind, row.text),
          })),
          names: rows.names.map((row) => ({ ...row, text: redactValue(row.kind, row.text) })),
        }
      : {}),
  };
}

export function redactUnion(union: UnionTables, { values }: Redaction): UnionTables {
  return values
    ? {
        ...union,
        union_edges: union.union_edges.map((row) => ({ ...row, label: redactLabel(row.label) })),
      }
    : union;
}

function redactValue(kind: number, text: string): string {
  return kind === ReferentKind.atom ? HIDDEN : text;
}

/** Keys of dicts are values: of `['name']` only the brackets stay. Positions, `[3]`, stay. */
function redactLabel(label: string): string {
  return label.replaceAll(/\[(?!\d+\])[^\]]*\]/g, `[${HIDDEN}]`);
}
