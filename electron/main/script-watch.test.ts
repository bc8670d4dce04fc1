import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { SessionEvent } from "../contract/session-events";
import { createScriptWatch } from "./script-watch";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "watch-"));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test("a script that changes, goes and comes back is told about once each", async () => {
  const file = path.join(folder, "script.py");
  fs.writeFileSync(file, "a = 1\n");
  const told: SessionEvent[] = [];
  const watch = createScriptWatch((event) => told.push(event));
  watch.watch(file, "a = 1\n");
  const states = (): string =>
    told.map((event) => (event.kind === "script-on-disk" ? event.state : event.kind)).join(" ");
  const becomes = (wanted: string): Promise<void> =>
    vi.waitFor(() => expect(states()).toBe(wanted), { timeout: 20_000, interval: 50 });
  fs.writeFileSync(file, "a = 10\n");
  await becomes("changed");
  fs.rmSync(file);
  await becomes("changed gone");
  fs.writeFileSync(file, "a = 1\n");
  await becomes("changed gone same");
  watch.end();
}, 60_000);
