/** Writes beside a file and moves it into place: there is always either the old or the new content, whole. */
import fs from "node:fs";
import path from "node:path";

/** Throws what the file system says; the old file is then as it was. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    fs.writeFileSync(fresh, content);
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  }
}
