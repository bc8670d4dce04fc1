/** The numbers that give the script the collector's counts and free lists of a plain start, worked out from what `count_probe.py` tells in runs of both kinds. */

/** What the probe tells at its first line. */
export interface StartFacts {
  /** Counts of the young, middle and oldest generation, collections of each so far, and the three thresholds. */
  readonly counts: readonly number[];
  /** How many objects of each kind wait in the free lists, plus a constant of the kind. */
  readonly waiting: readonly number[];
  /** How many objects the first import of each module counts that the agent uses, too. */
  readonly imports: readonly number[];
}

/**
 * As in `OUROSCOPE_COUNT_CORRECTION`: `atStart` is three for the counts and one for each kind, `atFirstLine` one for the young count and one
 * for each kind, `firstImports` one for each module.
 */
export interface Correction {
  readonly atStart: readonly number[];
  readonly atFirstLine: readonly number[];
  readonly firstImports: readonly number[];
}

const countsTold = 9;
const generations = 3;

export function readFacts(text: string): StartFacts | undefined {
  const [counts, waiting, imports, ...rest] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  if (counts === undefined || waiting === undefined || imports === undefined || rest.length > 0)
    return undefined;
  const areWhole = [...counts, ...waiting, ...imports].every(Number.isInteger);
  return areWhole && counts.length === countsTold ? { counts, waiting, imports } : undefined;
}

export function noCorrection(plain: StartFacts): Correction {
  const kinds = plain.waiting.map(() => 0);
  const firstImports = plain.imports.map(() => 0);
  return { atStart: [0, 0, 0, ...kinds], atFirstLine: [0, ...kinds], firstImports };
}

export function areEqual(plain: StartFacts, seen: StartFacts): boolean {
  const all = ({ counts, waiting }: StartFacts) => [...counts, ...waiting].join(" ");
  return all(plain) === all(seen);
}

/** How far apart two starts are: first the collections, then the young count and the free lists. */
export function distance(plain: StartFacts, seen: StartFacts): number {
  const apart = (at: number) => Math.abs(valueAt(plain.counts, at) - valueAt(seen.counts, at));
  const waiting = plain.waiting.map((wanted, kind) =>
    Math.abs(wanted - valueAt(seen.waiting, kind)),
  );
  return (
    (apart(3) + apart(4) + apart(5)) * 1_000_000 + waiting.reduce((sum, one) => sum + one, apart(0))
  );
}

/** The next to try for the start, when `seen` came of `tried`. */
export function improve(tried: Correction, plain: StartFacts, seen: StartFacts): Correction {
  const more = (at: number) => valueAt(plain.counts, at) - valueAt(seen.counts, at);
  const collections = more(generations);
  const threshold = valueAt(plain.counts, 2 * generations);
  const counts = [
    // A collection takes the count from its threshold to nothing.
    valueAt(tried.atStart, 0) + more(0) + collections * (threshold + 1),
    valueAt(tried.atStart, 1) + (collections === 0 ? more(1) : 0),
    valueAt(tried.atStart, 2) + (collections === 0 ? more(2) : 0),
  ];
  const kinds = plain.waiting.map((wanted, kind) =>
    Math.max(0, valueAt(tried.atStart, generations + kind) + wanted - valueAt(seen.waiting, kind)),
  );
  return { ...tried, atStart: [...counts, ...kinds] };
}

/** What is left when trying is over is made equal at the first line, or when the script imports. */
export function finish(tried: Correction, plain: StartFacts, seen: StartFacts): Correction {
  const young = valueAt(plain.counts, 0) - valueAt(seen.counts, 0);
  const kinds = plain.waiting.map((wanted, kind) => wanted - valueAt(seen.waiting, kind));
  const firstImports = plain.imports.map((wanted, at) => wanted - valueAt(seen.imports, at));
  return { atStart: tried.atStart, atFirstLine: [young, ...kinds], firstImports };
}

function valueAt(numbers: readonly number[], at: number): number {
  return numbers[at] ?? 0;
}
