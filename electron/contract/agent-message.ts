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
  readonly implementation: string;
  readonly executable: string;
  readonly script: string;
  readonly mechanism: string;
}

export interface HeapMessage {
  readonly kind: "heap";
  readonly insideCollection: boolean;
  /** Automatic collection is on (`gc.isenabled()`). */
  readonly collectorOn: boolean;
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

export interface FrameState {
  readonly scope: string;
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
}

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
}

export type AgentMessage =
  | HelloMessage
  | HeapMessage
  | StepMessage
  | CollectionStartMessage
  | CollectionStopMessage
  | { readonly kind: "ended"; readonly how: "returned" | "raised" }
  | {
      readonly kind: "failure";
      readonly line: number | undefined;
      readonly type: string;
      readonly message: string;
    }
  | { readonly kind: "paused"; readonly reason: "end" | "step-limit" }
  | { readonly kind: "tracing-lost"; readonly line: number | undefined }
  | { readonly kind: "exit"; readonly stdoutBytes: number; readonly stderrBytes: number };
