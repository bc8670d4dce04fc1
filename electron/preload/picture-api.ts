/** The type of `window.pictures`: all that the hidden page which draws for the command line can reach. */
import type {
  PictureAnswers,
  PictureJob,
  PictureProgress,
  PictureQuestion,
} from "../contract/picture-job";
import type { SavePicture } from "../contract/requests";

export interface PictureApi {
  /** Tells main that the page listens. */
  serve(draw: (job: PictureJob) => Promise<SavePicture>): void;
  ask<Kind extends PictureQuestion["kind"]>(
    question: Extract<PictureQuestion, { kind: Kind }>,
  ): Promise<PictureAnswers[Kind]>;
  tell(progress: PictureProgress): void;
}

declare global {
  interface Window {
    readonly pictures: PictureApi;
  }
}
