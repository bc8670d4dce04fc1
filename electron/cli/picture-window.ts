/** The hidden window that draws pictures, as a child of the command line: it asks for views, we ask for files. */
import { fork } from "node:child_process";
import { assertNever } from "../contract/assert-never";
import {
  type FromPictureWindow,
  PICTURE_WINDOW,
  type PictureAnswers,
  type PictureJob,
  type PictureProgress,
  type PictureQuestion,
  type ToPictureWindow,
} from "../contract/picture-job";

export interface PictureWindow {
  /** One at a time. Rejects with a sentence. */
  draw(job: PictureJob): Promise<Uint8Array>;
  /** Done when nothing of it runs any more. */
  close(): Promise<void>;
}

export interface PictureWindowOptions {
  /** The tool that starts Electron. */
  readonly starter: string;
  answer(question: PictureQuestion): Promise<PictureAnswers[PictureQuestion["kind"]]>;
  progressed(progress: PictureProgress): void;
}

interface Waiting {
  readonly drawn: (bytes: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

export function openPictureWindow(options: PictureWindowOptions): PictureWindow {
  const child = fork(options.starter, [PICTURE_WINDOW], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const send = (message: ToPictureWindow): void => {
    if (child.connected) child.send(message);
  };
  let waiting: Waiting | undefined;
  let gone: Error | undefined;
  let ready = (): void => undefined;
  const isReady = new Promise<void>((resolve) => (ready = resolve));

  const fail = (error: Error): void => {
    waiting?.failed(error);
    waiting = undefined;
  };
  child.on("message", (message: FromPictureWindow) => {
    switch (message.kind) {
      case "ready":
        return ready();
      case "progress":
        return options.progressed(message.progress);
      case "ask":
        return void options.answer(message.question).then(
          (value) => send({ kind: "answer", id: message.id, value }),
          (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))),
        );
      case "failed":
        return fail(new Error(`The picture could not be drawn: ${message.reason}.`));
      case "drawn":
        waiting?.drawn(Buffer.from(message.base64, "base64"));
        waiting = undefined;
        return undefined;
      default:
        return assertNever(message, "message of the picture window");
    }
  });
  const end = (): void => {
    gone = new Error("The hidden window that draws could not be started, or has ended.");
    fail(gone);
  };
  const isGone = new Promise<void>((resolve) => {
    for (const event of ["error", "exit"])
      child.once(event, () => {
        end();
        resolve();
      });
  });

  return {
    draw(job) {
      return new Promise((drawn, failed) => {
        if (gone !== undefined) return failed(gone);
        waiting = { drawn, failed };
        void isReady.then(() => send({ kind: "draw", job }));
        return undefined;
      });
    },
    close() {
      // It ends when it notices that nobody listens.
      if (child.connected) child.disconnect();
      return isGone;
    },
  };
}
