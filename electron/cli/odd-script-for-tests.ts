/** A small program that does unusual things, and how it ends when not by running out of lines. */
export interface OddScript {
  readonly text: string;
  readonly kind?: "raised" | "exited" | "syntax-error";
  readonly line?: number;
  readonly entries?: number;
  /** Another thread may be in the middle of a line when an entry is made: counts prove nothing then. */
  readonly hasThreads?: boolean;
}

export function lines(...all: readonly string[]): string {
  return all.length === 1 && all[0] === "" ? "" : `${all.join("\n")}\n`;
}
