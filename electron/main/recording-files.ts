/** The recordings a person saves and opens again. */
import type { Redaction } from "../contract/recording-facts";
import type { FileWork, SessionEvent } from "../contract/session-events";
import type { Answer, SaveManner } from "../contract/requests";
import type { CurrentSession } from "./current-session";
import type { FileDialogs } from "./save-export";
import type { ScriptStore } from "./script-store";
import type { ScriptWatch } from "./script-watch";
import type { UnsavedRecordings } from "./unsaved-recordings";

export interface RecordingFiles {
  open(file: string, readablePart: boolean): Promise<Answer<number>>;
  save(manner: SaveManner, redaction: Redaction): Promise<Answer<string | undefined>>;
}

export interface RecordingFilesOptions {
  readonly current: CurrentSession;
  readonly dialogs: Pick<FileDialogs, "chooseRecording">;
  readonly scripts: Pick<ScriptStore, "remember">;
  readonly watch: Pick<ScriptWatch, "end">;
  readonly publish: (event: SessionEvent) => void;
  readonly unsaved: Pick<UnsavedRecordings, "isOne" | "saved" | "discard">;
}

export function createRecordingFiles(options: RecordingFilesOptions): RecordingFiles {
  const { current, dialogs, scripts, watch, unsaved } = options;
  async function during<Result>(work: FileWork, done: Promise<Result>): Promise<Result> {
    options.publish({ kind: "file-work", work });
    try {
      return await done;
    } finally {
      options.publish({ kind: "file-work", work: "none" });
    }
  }

  /** Where each session was saved last. */
  const savedAs = new Map<number, string>();

  return {
    async open(file, readablePart) {
      const answer = await during("opening", current.reopen(file, readablePart));
      if (!answer.ok) return answer;
      // The file may name any script: nothing of its is looked at on this machine.
      watch.end();
      if (!unsaved.isOne(file)) scripts.remember(file);
      return answer;
    },
    async save(manner, redaction) {
      const started = current.started();
      if (started === undefined) return { ok: true, value: undefined };
      const { session, script, recording } = started;
      const known = manner === "again" ? savedAs.get(session) : undefined;
      const file = known ?? (await dialogs.chooseRecording(script.name));
      if (file === undefined) return { ok: true, value: undefined };
      const saved = await during("saving", current.save(file, redaction));
      if (saved === undefined) return { ok: true, value: undefined };
      if (!saved.ok) return saved;
      // A redacted copy is for others; the recording itself is still to be saved.
      if (!redaction.values && !redaction.source) {
        savedAs.set(session, file);
        unsaved.saved();
        // The one that was offered is in safety now.
        if (recording !== undefined && unsaved.isOne(recording)) unsaved.discard();
      }
      scripts.remember(file);
      return { ok: true, value: file };
    },
  };
}
