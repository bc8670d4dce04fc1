/** Writes beside a file and moves it into place: there is always either the old or the new content, whole. */
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** Throws what the file system says; the old file is then as it was. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  // Not made from the file's name, which may be as long as names can be.
  const fresh = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    // On the disk before the old content goes: a power cut must not leave an empty file under the name.
    fs.writeFileSync(fresh, content, { flush: true });
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  }
}
