/** Notices when the script on disk is no longer the one that was recorded: looks once a second, which also sees what an editor replaced by another file. */
import fs from "node:fs";
import type { SessionEvent } from "../contract/session-events";
import { readScript } from "../session/script-file";

export interface ScriptWatch {
  /** From now on this file, against this text; any other is let go. */
  watch(file: string, text: string): void;
  end(): void;
}

const interval = 1000;

export function createScriptWatch(publish: (event: SessionEvent) => void): ScriptWatch {
  let watched: { readonly file: string; readonly look: () => void } | undefined;

  function end(): void {
    if (watched !== undefined) fs.unwatchFile(watched.file, watched.look);
    watched = undefined;
  }

  return {
    end,
    watch(file, text) {
      end();
      let told: "same" | "changed" | "gone" = "same";
      const look = (): void => {
        const now = stateOf(file, text);
        if (now === told) return;
        told = now;
        publish({ kind: "script-on-disk", path: file, state: now });
      };
      watched = { file, look };
      fs.watchFile(file, { interval, persistent: false }, look);
    },
  };
}

function stateOf(file: string, text: string): "same" | "changed" | "gone" {
  if (!fs.existsSync(file)) return "gone";
  const now = readScript(file, false);
  return now.ok && now.value.text === text ? "same" : "changed";
}
