/** The type of `window.heap`: every request of the contract, and the three things only a preload script can give. */
import type { Requests } from "../contract/requests";
import type { SessionEvent } from "../contract/session-events";

export interface HeapApi extends Requests {
  /** Answers how to unsubscribe. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
  /** Where a dropped file is on disk; empty when it is not on disk. */
  pathForFile(file: File): string;
  /** Started by a test: `window.__e2e` is wanted. */
  readonly e2e: boolean;
  readonly platform: string;
}

declare global {
  interface Window {
    readonly heap: HeapApi;
  }
}
