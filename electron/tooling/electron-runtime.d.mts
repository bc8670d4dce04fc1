/** What the end-to-end tests see of electron-runtime.mjs. */
export interface ElectronRuntime {
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  readonly source: string;
}

export function ensureElectron(): Promise<ElectronRuntime>;
