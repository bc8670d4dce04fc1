/** What the agent's frames say once decoded and checked (python-agent/WIRE.md); the recorder takes nothing else. Columns are parallel arrays. */

/** `none` in a u32 column of the wire. */
export const NONE = 0xffffffff;

export const ReferentKind = { object: 0, atom: 1, outside: 2 } as const;

export interface HelloMessage {
  readonly kind: "hello";
  readonly wireVersion: number;
  readonly pid: number;
  readonly version: readonly [number, number, number];
  readonly pointerBytes: number;
  readonly gilDisabled: boolean;
  /** What this interpreter does not let the agent get right. */
  readonly inexact: readonly Inexactness[];
  readonly implementation: string;
  readonly executable: string;
  readonly script: string;
  readonly mechanism: string;
}

/** `counts` and `free-lists`: the moment of automatic collections. `incremental`: 3.14.0 to 3.14.4, the objects of one. */
export type Inexactness = "free-threaded" | "incremental" | "counts" | "free-lists";

export interface HeapMessage {
  readonly kind: "heap";
  readonly insideCollection: boolean;
  /** Automatic collection is on (`gc.isenabled()`). */
  readonly collectorOn: boolean;
  /** Something was imported since the last heap. */
  readonly imported: boolean;
  /** Another debugger or tracer is attached to the program. */
  readonly otherTracer: boolean;
  /** What happened to the objects that `gc.freeze()` hides since the last heap: there are more of them, or none any more. */
  readonly permanentGeneration: "grew" | "emptied" | undefined;
  readonly trackedTotal: number;
  readonly trackedRows: number;
  readonly bornFrom: number;
  /** Addresses are exact in a double (below 2^53). */
  readonly address: Float64Array;
  readonly typeAddress: Float64Array;
  readonly refcount: Uint32Array;
  readonly edgeCount: Uint32Array;
  readonly edgeTarget: Float64Array;
  readonly oldestEnd: number;
  readonly middleEnd: number;
  readonly borrowed: Float64Array;
  readonly types: readonly {
    readonly address: number;
    readonly module: string;
    readonly qualname: string;
  }[];
  readonly descriptions: readonly ObjectDescription[];
  readonly frames: readonly FrameState[];
  readonly weakReferences: readonly WeakReference[];
  /** What running frames hold and `frames` does not say. */
  readonly holdingFrames: readonly HoldingFrame[];
}

export interface ObjectDescription {
  readonly address: number;
  readonly size: number | undefined;
  readonly isClass: boolean;
  readonly isFunction: boolean;
  readonly hasFinalizer: boolean;
  readonly isPlainDict: boolean;
  readonly isModule: boolean;
  readonly finalizerRan: boolean;
  readonly length: number | undefined;
  readonly title: string;
  /** Parallel to the object's edges. */
  readonly edges: readonly EdgeDescription[];
}

export interface EdgeDescription {
  readonly label: string;
  readonly referent: 0 | 1 | 2;
  readonly text: string;
}

/** Owns no count and is no edge. */
export interface WeakReference {
  readonly holder: number;
  readonly referent: number;
}

export interface HoldingFrame {
  readonly scope: string;
  /** Empty: the script. */
  readonly file: string;
  /** 0 = the main thread. */
  readonly thread: number;
  readonly isLibrary: boolean;
  /** Each owns one count. */
  readonly held: readonly {
    /** Of a local variable; empty for a temporary on the evaluation stack. */
    readonly name: string;
    readonly address: number;
  }[];
}

export interface FrameState {
  readonly scope: string;
  /** Empty: the script. */
  readonly file: string;
  readonly line: number;
  readonly names: readonly {
    readonly name: string;
    readonly address: number;
    readonly referent: 0 | 1 | 2;
    readonly text: string;
  }[];
}

export interface StepMessage {
  readonly kind: "step";
  readonly depth: number;
  readonly line: number | undefined;
  readonly nextLine: number | undefined;
  readonly nextDepth: number;
  readonly thread: number;
  readonly how: "continued" | "returned" | "raised" | "person";
  readonly frameSerial: number;
  readonly stdoutBytes: number;
  readonly stderrBytes: number;
  readonly scope: string;
  /** Empty: the script. */
  readonly file: string;
  /** What the person typed, when `how` is `person`. */
  readonly code: string;
}

/** Every object of the generations about to be collected, in the collector's order. Columns are parallel arrays. */
export interface CandidatesMessage {
  readonly kind: "candidates";
  readonly address: Float64Array;
  readonly typeAddress: Float64Array;
  readonly refcount: Uint32Array;
  readonly edgeCount: Uint32Array;
  readonly edgeTarget: Float64Array;
  readonly borrowed: Float64Array;
  /** As `ObjectOwner`. */
  readonly owner: Uint8Array;
  readonly types: HeapMessage["types"];
}

/** Whose a candidate is: a row of the heap, born in an import, or there before the script. */
export const ObjectOwner = { script: 0, library: 1, interpreter: 2 } as const;

export interface CollectionStartMessage {
  readonly kind: "collection-start";
  readonly generation: 0 | 1 | 2;
  readonly counts: readonly [number, number, number];
  readonly thresholds: readonly [number, number, number];
  readonly enabled: boolean;
  readonly byPerson: boolean;
}

export interface CollectionStopMessage {
  readonly kind: "collection-stop";
  readonly generation: 0 | 1 | 2;
  readonly collected: number;
  readonly uncollectable: number;
  /** Addresses of candidates that are not tracked any more: dead, or untracked. */
  readonly gone: Float64Array;
  /** Addresses of what this collection put into `gc.garbage`. */
  readonly garbage: Float64Array;
}

/** A frame has just begun, or goes on after a pause of its own, with this line: no step has told of it yet. */
export interface RunningMessage {
  readonly kind: "running";
  readonly line: number;
  readonly depth: number;
  readonly thread: number;
  /** Empty: the script. */
  readonly file: string;
}

/** `stepped`: the step asked for is done, or the person asked to pause. */
export type PauseReason = "end" | "step-limit" | "breakpoint" | "stepped" | "between-cells";

export type AgentMessage =
  | HelloMessage
  | HeapMessage
  | StepMessage
  | CandidatesMessage
  | CollectionStartMessage
  | CollectionStopMessage
  | RunningMessage
  | { readonly kind: "ended"; readonly how: "returned" | "raised" }
  | {
      readonly kind: "failure";
      readonly line: number | undefined;
      readonly type: string;
      readonly message: string;
      /** Empty: the script. */
      readonly file: string;
    }
  | {
      readonly kind: "paused";
      readonly reason: PauseReason;
      readonly line: number | undefined;
      /** Of the line. Empty: the script. */
      readonly file: string;
    }
  | { readonly kind: "tracing-lost"; readonly line: number | undefined }
  | { readonly kind: "exit"; readonly stdoutBytes: number; readonly stderrBytes: number };
