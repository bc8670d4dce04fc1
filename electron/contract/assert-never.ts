/** Marks the end of an exhaustive switch: compiles only when every case was handled. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
