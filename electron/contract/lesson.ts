/** A lesson about a script: a short text beside the graph, one idea a step, with questions this very run answers. */

export interface Lesson {
  readonly title: string;
  readonly introduction: readonly LessonBlock[];
  /** At least one. */
  readonly steps: readonly LessonStep[];
}

export interface LessonStep {
  readonly title: string;
  readonly at: LessonPlace;
  readonly text: readonly LessonBlock[];
  readonly question?: LessonQuestion;
}

/** After a line of the script ran for the `turn`th time, from 1. */
export interface LessonPlace {
  /** The line as it stands in the script, without its indentation. */
  readonly code: string;
  readonly turn: number;
}

/** A text may hold words between backticks (code) and between double asterisks (bold). */
export type LessonBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

export interface LessonQuestion {
  readonly ask: string;
  readonly fact: LessonFact;
  /** Line whose first run at the step's place or after it answers the question. */
  readonly after: string;
  /** Shown with the answer. */
  readonly explanation: readonly LessonBlock[];
}

/** A number the engine knows of one entry. */
export type LessonFact =
  /** What the `gc.collect()` of the line returned. */
  | { readonly kind: "returned" }
  /** Of what a name is bound to, or of an object by the key it has in the graph. */
  | { readonly kind: "refcount"; readonly name: string }
  /** How many objects of a type are in memory. */
  | { readonly kind: "alive"; readonly type: string };
