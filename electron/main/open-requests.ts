/** Files the system asks us to open: kept until the page listens, then passed on. */
import type { SessionEvent } from "../contract/session-events";

export interface OpenRequests {
  request(file: string, args?: readonly string[]): void;
  pageReady(): void;
  pageGone(): void;
}

export function createOpenRequests(publish: (event: SessionEvent) => void): OpenRequests {
  let isListening = false;
  let waiting: { readonly path: string; readonly args: readonly string[] } | undefined;

  function passOn(): void {
    if (!isListening || waiting === undefined) return;
    const { path, args } = waiting;
    waiting = undefined;
    publish({ kind: "open-requested", path, args });
  }

  return {
    request(file, args = []) {
      // One script is shown at a time: the last one asked for is the one that is wanted.
      waiting = { path: file, args };
      passOn();
    },
    pageReady() {
      isListening = true;
      passOn();
    },
    pageGone() {
      isListening = false;
    },
  };
}
