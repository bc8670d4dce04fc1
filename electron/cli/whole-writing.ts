/** Writes to stdout synchronously, so that a document of any size is out before we end. */
import fs from "node:fs";

export function writeWhole(content: string | Uint8Array): void {
  const all = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  let written = 0;
  while (written < all.length) {
    try {
      written += fs.writeSync(1, all, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // The reader has had enough.
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      // A pipe whose reader is slower than we are: a moment later there is room.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
