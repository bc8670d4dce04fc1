/** What a recording answers, and how it grows. Implemented by `recorder.ts`, hosted by the engine thread and by the command line's session. */
import type { AgentMessage } from "../contract/agent-message";
import type { EntryIndex } from "../contract/ids";
import type { FindingKind, MemoryFindings } from "../contract/memory-finding";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import type { CollectionSummary, CycleSummary, ObjectDetail } from "../contract/object-detail";
import type { RecordingFacts, Redaction, SourceText } from "../contract/recording-facts";
import type { ReportStep } from "../contract/report";
import type { ViewOptions } from "../contract/view-options";
import type { StepSummary } from "../contract/session-events";
import type { NodeId, SubgraphView, UnionGraph } from "../contract/subgraph-view";

export interface RecordingReader {
  /** Number of entries; entry 0 is the state before the first line. */
  readonly length: number;
  readonly unionVersion: number;
  /** Bytes held by the recording. */
  readonly recordedBytes: number;
  /** Summaries of the entries from `from` on. */
  stepsFrom(from: EntryIndex): readonly StepSummary[];
  view(entry: EntryIndex, options: ViewOptions): SubgraphView;
  unionGraph(options: ViewOptions): UnionGraph;
  inspect(entry: EntryIndex, node: NodeId): ObjectDetail | undefined;
  cycles(entry: EntryIndex): readonly CycleSummary[];
  answer(question: GraphQuestion): GraphAnswers[GraphQuestion["kind"]];
  collections(): readonly CollectionSummary[];
  findings(kinds: readonly FindingKind[]): MemoryFindings;
  /** Lengths of stdout and stderr in bytes when the entry was complete: output up to there belongs to it or to earlier entries. */
  outputEnd(entry: EntryIndex): { readonly stdout: number; readonly stderr: number };
  /** Everything but the output texts, which are left empty. */
  reportSteps(): readonly ReportStep[];
  /** The same in pieces: the next few entries, from the first on when `from` is 0; none at the end. */
  nextReportSteps(from: EntryIndex): readonly ReportStep[];
  /** The bytes of a recording file; `assets/help/recordings.md` describes them. */
  file(facts: RecordingFacts, sources: readonly SourceText[], redaction: Redaction): Uint8Array;
}

export interface Recorder extends RecordingReader {
  /** Takes the agent's messages in the order they came; throws on a message that contradicts those before (a bug, or a damaged wire). */
  accept(message: AgentMessage): void;
}

export interface RecorderOptions {
  /** The script's lines give each entry its code. */
  readonly scriptText: string;
  /** Text of another file of the person's, for the code of its lines; undefined when it cannot be read. */
  readonly sourceOf?: (file: string) => string | undefined;
}
