/** What the session and the engine thread say to each other. Plain data: everything crosses by structured clone. */
import type { AgentMessage } from "../contract/agent-message";
import type { EntryIndex } from "../contract/ids";
import type { FindingKind, MemoryFindings } from "../contract/memory-finding";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import type { CollectionSummary, CycleSummary, ObjectDetail } from "../contract/object-detail";
import type { RecordingFacts, RecordingTrouble, Redaction } from "../contract/recording-facts";
import type { Answer } from "../contract/requests";
import type { ReportStep } from "../contract/report";
import type { ViewOptions } from "../contract/view-options";
import type { StepSummary } from "../contract/session-events";
import type { NodeId, SubgraphView, UnionGraph } from "../contract/subgraph-view";

export type EngineQuestion =
  | { readonly kind: "steps" }
  | { readonly kind: "view"; readonly entry: EntryIndex; readonly options: ViewOptions }
  | { readonly kind: "union-graph"; readonly options: ViewOptions }
  | { readonly kind: "inspect"; readonly entry: EntryIndex; readonly node: NodeId }
  | { readonly kind: "cycles"; readonly entry: EntryIndex }
  /** Text of another file of the person's that the recording names. */
  | { readonly kind: "source-text"; readonly file: string }
  | GraphQuestion
  | { readonly kind: "findings"; readonly kinds: readonly FindingKind[] }
  | {
      readonly kind: "save-recording";
      readonly file: string;
      readonly facts: RecordingFacts;
      readonly redaction: Redaction;
    }
  /** From then on, questions are about the recording in the file. */
  | { readonly kind: "reopen-recording"; readonly file: string }
  /** The next few entries of the report; none at its end. */
  | { readonly kind: "report"; readonly from: EntryIndex };

/** The answer to each kind of question. */
export interface EngineAnswers extends GraphAnswers {
  readonly steps: readonly StepSummary[];
  readonly view: SubgraphView;
  readonly "union-graph": UnionGraph;
  readonly inspect: ObjectDetail | undefined;
  readonly cycles: readonly CycleSummary[];
  readonly "source-text": string | undefined;
  readonly findings: MemoryFindings;
  readonly report: readonly RecordedStep[];
  /** Size of the file in bytes. */
  readonly "save-recording": Answer<number>;
  readonly "reopen-recording": Answer<Reopened>;
}

/** What a recording file holds; with trouble, what can be read of it. */
export interface Reopened {
  readonly trouble: RecordingTrouble | undefined;
  readonly recording:
    | { readonly facts: RecordingFacts; readonly progress: RecordedProgress }
    | undefined;
}

export interface RecordedStep {
  readonly step: ReportStep;
  readonly outputEnd: OutputEnd;
}

/** Lengths of the output files when an entry was complete. */
export interface OutputEnd {
  readonly stdout: number;
  readonly stderr: number;
}

export type AnyAnswer = EngineAnswers[keyof EngineAnswers];

/** The agent's messages that move the session, not the recording. */
export type ControlMessage = Extract<
  AgentMessage,
  { kind: "hello" | "ended" | "failure" | "paused" | "tracing-lost" | "exit" }
>;

export interface RecordedProgress {
  readonly steps: readonly StepSummary[];
  readonly unionVersion: number;
  readonly recordedBytes: number;
  /** Those not told before. */
  readonly collections: readonly CollectionSummary[];
}

export interface Progress extends RecordedProgress {
  /** Parallel to `steps`. */
  readonly outputEnds: readonly OutputEnd[];
  /** The script's line that runs although no step has told of it yet. */
  readonly runningLine: number | undefined;
}

export type ToEngine =
  | { readonly kind: "open"; readonly scriptText: string }
  /** Text of a cell that is about to run. */
  | { readonly kind: "source"; readonly file: string; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "end-of-bytes" }
  | { readonly kind: "ask"; readonly id: number; readonly question: EngineQuestion };

export type FromEngine =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "control"; readonly message: ControlMessage }
  /** Another debugger or tracer was seen for the first time. */
  | { readonly kind: "other-tracer" }
  /** So many bytes were worked off. */
  | { readonly kind: "taken"; readonly bytes: number }
  /** Recording is over: the agent said something that cannot be. What was recorded stays. */
  | { readonly kind: "damaged"; readonly detail: string }
  /** All bytes are worked off and everything about them was told. */
  | { readonly kind: "drained"; readonly unfinishedBytes: number }
  | { readonly kind: "answer"; readonly id: number; readonly answer: AnyAnswer }
  | { readonly kind: "question-failed"; readonly id: number; readonly reason: string };

/** One end of the line to the engine; a thread in the app, a plain object in tests. */
export interface EngineLink {
  post(message: ToEngine, transfer?: readonly ArrayBuffer[]): void;
  close(): void;
}

export type ConnectEngine = (receive: (message: FromEngine) => void) => EngineLink;
