/** What TypeScript tests see of pythons.mjs. */
export interface FoundPython {
  /** For example "3.14". */
  readonly version: string;
  /** For example "3.14.8". */
  readonly full: string;
  readonly path: string;
}

/** One interpreter for each supported version found on this machine; takes about a second. */
export function findPythons(): FoundPython[];
