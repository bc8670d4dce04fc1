/** References of one entry that are no edges of the heap: weak ones, what running frames hold besides the names shown, and what suspended generators only borrow. */
import type { Serial } from "../contract/ids";

/** Owns no count. */
export interface WeakLink {
  readonly holder: Serial;
  readonly referent: Serial;
}

/** Owns one count. */
export interface HeldReference {
  readonly scope: string;
  /** Empty: the script. */
  readonly file: string;
  /** 0 = the main thread. */
  readonly thread: number;
  readonly isLibrary: boolean;
  /** Of a local variable; empty for a temporary on the evaluation stack. */
  readonly name: string;
  readonly object: Serial;
}

export interface SideReferences {
  readonly weak: readonly WeakLink[];
  readonly held: readonly HeldReference[];
  /** Referents of edges that own no count, with multiplicity. */
  readonly borrowed: readonly Serial[];
}

export const NO_SIDE_REFERENCES: SideReferences = { weak: [], held: [], borrowed: [] };
