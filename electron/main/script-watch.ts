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
  let watched: NodeJS.Timeout | undefined;

  function end(): void {
    clearInterval(watched);
    watched = undefined;
  }

  return {
    end,
    watch(file, text) {
      end();
      let told: "same" | "changed" | "gone" = "same";
      // Not known before the first look, so that what changed since the script was read is seen as well.
      let lastStamp: string | undefined;
      const look = (stamp: string): void => {
        if (stamp === lastStamp || timer !== watched) return;
        lastStamp = stamp;
        const now = stateOf(file, text);
        if (now === told) return;
        told = now;
        publish({ kind: "script-on-disk", path: file, state: now });
      };
      const timer = setInterval(() => {
        fs.stat(file, (error, facts) => look(error === null ? stampOf(facts) : "gone"));
      }, interval).unref();
      watched = timer;
    },
  };
}

/** Two looks that give the same saw the same content. */
function stampOf({ ino, size, mtimeMs }: fs.Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

function stateOf(file: string, text: string): "same" | "changed" | "gone" {
  if (!fs.existsSync(file)) return "gone";
  const now = readScript(file, false);
  return now.ok && now.value.text === text ? "same" : "changed";
}
