/** Says on stderr how far a long export is: in one line that changes on a terminal, in few lines elsewhere; a short one says nothing. */
import type { PictureProgress } from "../contract/picture-job";

const SILENT_MS = 2000;
const LINE_EVERY_MS = 5000;

export interface ExportProgress {
  show(progress: PictureProgress): void;
  /** Leaves a clean line behind. */
  end(): void;
}

export function createExportProgress(
  stream: Pick<NodeJS.WriteStream, "write" | "isTTY">,
  now: () => number = () => performance.now(),
): ExportProgress {
  const begun = now();
  let said = -Infinity;
  let open = false;
  return {
    show({ done, of }) {
      const time = now();
      const every = stream.isTTY ? 100 : LINE_EVERY_MS;
      if (of < 2 || time - begun < SILENT_MS || time - said < every) return;
      said = time;
      open = stream.isTTY;
      const words = `${done} of ${of} drawn`;
      stream.write(stream.isTTY ? `\r${words}` : `${words}\n`);
    },
    end() {
      if (open) stream.write("\r\u001B[K");
      open = false;
    },
  };
}
