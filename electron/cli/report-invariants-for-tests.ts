/** What must hold in every report whatever the script does: each broken rule is one sentence. */
import type { Report, ReportStep } from "../contract/report";

/** The refcount of an object Python no longer counts. */
const immortal = 0xffffffff;

export function brokenRules(
  report: Report,
  { hasThreads = false }: { readonly hasThreads?: boolean } = {},
): readonly string[] {
  const seen: Seen = { types: new Map(), freed: new Set(), hasThreads };
  return [
    ...brokenOrder(report.steps),
    ...report.steps.flatMap((step) =>
      brokenEntry(step, seen).map((broken) => `${step.step}.${step.inner}: ${broken}`),
    ),
  ];
}

interface Seen {
  readonly types: Map<string, string>;
  readonly freed: Set<string>;
  readonly hasThreads: boolean;
}

/** Step 0 alone first; then the inner entries of a step, counted from 1, before the step itself. */
function brokenOrder(steps: readonly ReportStep[]): readonly string[] {
  const broken: string[] = [];
  let next = { step: 0, inner: 0 };
  for (const { step, inner } of steps) {
    const isStep = step === next.step && inner === 0;
    const isInner = step === next.step && inner === next.inner + 1 && step > 0;
    if (!isStep && !isInner) broken.push(`${step}.${inner} comes where ${next.step} is due`);
    next = inner === 0 ? { step: step + 1, inner: 0 } : { step, inner };
  }
  return broken;
}

function brokenEntry(entry: ReportStep, seen: Seen): readonly string[] {
  const keys = entry.objects.map(({ key }) => key);
  const known = new Set(keys);
  const unknown = (key: string, where: string): readonly string[] =>
    known.has(key) ? [] : [`${where} is about ${key}, which is no object of the entry`];
  const broken = [
    ...keys.filter((key, place) => keys.indexOf(key) !== place).map((key) => `${key} is twice`),
    ...entry.names.flatMap(({ name, object }) => unknown(object, `the name ${name}`)),
    ...entry.references.flatMap(({ from, to, label }) => [
      ...unknown(from, `${from}${label}`),
      ...unknown(to, `${from}${label}`),
    ]),
    ...entry.cycles.flatMap(({ members }) => members.flatMap((key) => unknown(key, "a cycle"))),
    ...brokenFreed(entry, seen),
    ...(seen.hasThreads ? [] : brokenCounts(entry)),
    ...brokenCycles(entry),
  ];
  for (const { key, type } of entry.objects) seen.types.set(key, type);
  return broken;
}

function brokenFreed({ objects, freed }: ReportStep, seen: Seen): readonly string[] {
  const broken: string[] = [];
  for (const { key } of freed) {
    if (!seen.types.has(key)) broken.push(`${key} is freed but was never there`);
    if (seen.freed.has(key)) broken.push(`${key} is freed twice`);
    seen.freed.add(key);
  }
  for (const { key } of objects) if (seen.freed.has(key)) broken.push(`${key} is back from freed`);
  const there = new Set(objects.map(({ key }) => key));
  for (const [key, type] of seen.types) {
    const isGone = !there.has(key) && !seen.freed.has(key);
    if (isGone && !foldable.test(type)) broken.push(`${key} is gone and not freed`);
  }
  return broken;
}

/** What may become part of another object's card: a function of a class, a tuple of base classes, a dict of attributes. */
const foldable = /^(function|tuple|dict|cell|frame|property|staticmethod|classmethod|.*iterator)$/;

/**
 * Nothing is referred to more often than it is counted. A local can be the same reference as a closure's or a generator's,
 * and from 3.14 on a call only borrows its arguments: only the module's names and plain references are sure to be counted.
 */
function brokenCounts({ objects, names, references }: ReportStep): readonly string[] {
  const counted = new Map<string, number>();
  const count = (key: string): void => void counted.set(key, (counted.get(key) ?? 0) + 1);
  for (const { object, scope } of names) if (scope === "<module>") count(object);
  for (const { to, label } of references) if (!/^(weak|closure|local)\b/.test(label)) count(to);
  return objects.flatMap(({ key, refcount }) => {
    const references = counted.get(key) ?? 0;
    return refcount === immortal || references <= refcount
      ? []
      : [`${key} is counted ${refcount} but referred to ${references} times`];
  });
}

/** A cycle is unreachable as a whole, and has no name. While finalizers run, what the collector found has one: `self`. */
function brokenCycles({ objects, cycles, names }: ReportStep): readonly string[] {
  const state = new Map(objects.map((object) => [object.key, object.state]));
  const mixed = cycles.flatMap((cycle) =>
    cycle.members
      .filter((key) => state.get(key) !== cycle.state)
      .map((key) => `${key} is ${state.get(key)} in a cycle that is ${cycle.state}`),
  );
  const named = names
    .filter(({ object, scope }) => scope === "<module>" && state.get(object) === "unreachable")
    .map(({ name, object }) => `${object} is unreachable but named ${name}`);
  return [...mixed, ...named];
}
