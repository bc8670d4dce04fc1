/** The interpreters the tests run on: those the tooling finds, so that all tests mean the same ones. */
import path from "node:path";
import { pathToFileURL } from "node:url";

export interface TestPython {
  /** `3.11` */
  readonly version: string;
  /** `3.11.7` */
  readonly full: string;
  readonly path: string;
}

interface PythonsModule {
  readonly findPythons: () => readonly TestPython[];
  readonly supportedPythons: readonly { readonly version: string }[];
}

export async function findTestPythons(): Promise<{
  readonly pythons: readonly TestPython[];
  readonly missing: readonly string[];
}> {
  const file = path.resolve(import.meta.dirname, "../tooling/pythons.mjs");
  // The tooling is plain JavaScript.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { findPythons, supportedPythons } = (await import(
    pathToFileURL(file).href
  )) as PythonsModule;
  const pythons = findPythons();
  const found = new Set(pythons.map(({ version }) => version));
  const missing = supportedPythons.map(({ version }) => version).filter((v) => !found.has(v));
  return { pythons, missing };
}
