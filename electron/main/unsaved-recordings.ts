/**
 * Keeps what was recorded and not saved: a copy in the app's folder while the app runs, so that a crash loses nothing.
 * A copy that is left over is offered when the app starts, and stays until it was saved or thrown away.
 */
import fs from "node:fs";
import path from "node:path";
import type { SessionEvent, SessionPhase } from "../contract/session-events";
import { recordingEnding } from "../session/recording-disk";

export interface UnsavedRecordings {
  /** Hears everything that is told about the session. */
  take(event: SessionEvent): void;
  /** The person has saved the recording. */
  saved(): void;
  isOne(file: string): boolean;
  /** The newest of those left over by an earlier start. */
  leftOver(): Extract<SessionEvent, { kind: "unsaved-found" }> | undefined;
  /** Throws the one away that was offered. */
  discard(): void;
  /** Before a good end: what running the script again brings back goes, what the person did at pauses is kept. */
  end(): Promise<void>;
}

export interface UnsavedRecordingsOptions {
  readonly folder: string;
  /** Writes the recording as it is now. */
  readonly write: (file: string) => Promise<unknown>;
  /** Milliseconds without a further step after which it is written, and at most between two writings. */
  readonly quiet?: number;
  readonly atMost?: number;
}

const mostKept = 5;
/** Bytes of a recording that is too large to be written beside other work. */
const largest = 256 * 1024 * 1024;

interface Kept {
  readonly session: number;
  /** Undefined: it came out of a file that is still there. */
  readonly file: string | undefined;
  readonly isDirty: boolean;
  readonly isTooLarge: boolean;
  /** Steps that running the script again would not bring back. */
  readonly hasOwn: boolean;
}

export function createUnsavedRecordings(options: UnsavedRecordingsOptions): UnsavedRecordings {
  const { folder, quiet = 1500, atMost = 60_000 } = options;
  const isOne = (file: string): boolean => path.dirname(file) === folder;
  const earlier = keepNewest(folder);
  let kept: Kept | undefined;
  let [offered] = earlier;
  let timer: NodeJS.Timeout | undefined;

  function writeIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), delay);
    timer.unref();
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const file = kept?.file;
    if (kept === undefined || file === undefined || !kept.isDirty || kept.isTooLarge) return;
    kept = { ...kept, isDirty: false };
    try {
      fs.mkdirSync(folder, { recursive: true });
      await options.write(file);
    } catch {
      // The session ended, or the disk is full: the person has not asked for it, so there is nothing to say.
    }
  }

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    if (kept?.file !== undefined) fs.rmSync(kept.file, { force: true });
  }

  function start({ session, script, recording }: EventOf<"session-started">): void {
    forget();
    const name = `${Date.now()} ${script.name.replaceAll(/[^\w.-]/g, "_").slice(0, 60)}`;
    const file = recording === undefined ? path.join(folder, name + recordingEnding) : undefined;
    kept = { session, file, isDirty: false, isTooLarge: false, hasOwn: false };
  }

  return {
    isOne,
    take(event) {
      if (event.kind === "session-started") return start(event);
      if (kept === undefined || !("session" in event) || event.session !== kept.session) return;
      if (event.kind === "steps-recorded") {
        const hasOwn = event.steps.some(({ events }) => events.includes("person"));
        const isTooLarge = event.recordedBytes > largest;
        kept = { ...kept, isDirty: true, isTooLarge, hasOwn: kept.hasOwn || hasOwn };
        if (timer === undefined) writeIn(atMost);
      }
      if (event.kind === "phase-changed" && hasSettled(event.phase) && kept.isDirty) writeIn(quiet);
    },
    saved() {
      forget();
      if (kept !== undefined) kept = { ...kept, isDirty: false, hasOwn: false };
    },
    leftOver: () => (offered === undefined ? undefined : describe(offered)),
    discard() {
      if (offered !== undefined) fs.rmSync(offered, { force: true });
      offered = undefined;
    },
    async end() {
      if (kept?.hasOwn !== true) return forget();
      await write();
      return undefined;
    },
  };
}

type EventOf<Kind extends SessionEvent["kind"]> = Extract<SessionEvent, { kind: Kind }>;

function hasSettled({ kind }: SessionPhase): boolean {
  return (
    kind === "paused-at-end" ||
    kind === "paused-at-line" ||
    kind === "step-limit-reached" ||
    kind === "ended"
  );
}

/** Answers those that stay, newest first. */
function keepNewest(folder: string): readonly string[] {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const all = files
    .filter((name) => name.endsWith(recordingEnding))
    .toSorted((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .map((name) => path.join(folder, name));
  for (const file of all.slice(mostKept)) fs.rmSync(file, { force: true });
  return all.slice(0, mostKept);
}

/** `1764000000000 cycle.py.ouroscope` */
function describe(file: string): EventOf<"unsaved-found"> {
  const [stamp = "", ...name] = path.basename(file, recordingEnding).split(" ");
  return {
    kind: "unsaved-found",
    path: file,
    script: name.join(" "),
    when: new Date(Number(stamp) || 0).toISOString(),
  };
}
