/** The part of gifenc that is used here; the package brings no types of its own. */
declare module "gifenc" {
  export interface GifFrame {
    /** The first frame's is the whole file's. */
    readonly palette?: readonly (readonly [number, number, number])[];
    /** Milliseconds, rounded to hundredths of a second. */
    readonly delay: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** 1: the next frame is drawn over this one. */
    readonly dispose?: number;
    /** 0: for ever. */
    readonly repeat?: number;
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: GifFrame): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
}
