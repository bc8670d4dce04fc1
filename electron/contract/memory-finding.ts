/** What a build may fail on: objects of the script that did not go the moment nothing needed them any more. Documented in assets/help/command-line.md. */
import type { Bytes } from "./ids";
import type { MadeAt } from "./what-if";

/**
 * `garbage`: was unreachable and had to wait for the collector; `uncollectable`: a collection put it into `gc.garbage`;
 * `resurrected`: its finalizer brought it back.
 */
export const findingKinds = ["garbage", "uncollectable", "resurrected"] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface MemoryFinding {
  readonly kind: FindingKind;
  /** The objects refer to each other in a circle; false: one object, or some that nothing drawn ties together. */
  readonly isCycle: boolean;
  /** The first of them, and how many there are. */
  readonly objects: readonly {
    readonly key: string;
    readonly typeName: string;
    readonly size: Bytes;
  }[];
  readonly objectCount: number;
  readonly size: Bytes;
  /** The line after which it was so. */
  readonly since: MadeAt;
  /** The first references that tie them together, or hold what was brought back, and how many there are. */
  readonly references: readonly {
    /** `obj2.ref`, or a name. */
    readonly expression: string;
    readonly to: string;
    readonly made?: MadeAt;
  }[];
  readonly referenceCount: number;
  /** When all of them were gone; absent: some never were. */
  readonly goneInStep?: number;
}

export interface MemoryFindings {
  /** In the order of the steps. */
  readonly findings: readonly MemoryFinding[];
  /** False: there are more than are told. */
  readonly isComplete: boolean;
}
