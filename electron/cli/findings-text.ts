/** What `--fail-on` found, as a list for a person who reads the log of a build. */
import { assertNever } from "../contract/assert-never";
import type { Outcome } from "../contract/failure";
import type { FindingKind, MemoryFinding } from "../contract/memory-finding";
import type { MadeAt } from "../contract/what-if";
import type { ReportEnd } from "./report";

export function findingsText(
  { findings, isComplete, outcome }: ReportEnd,
  asked: readonly FindingKind[],
): string {
  const what = asked.join(", ");
  const more = isComplete ? [] : [`There are more; these are the first ${findings.length}.`];
  const head =
    findings.length === 0
      ? `Nothing to fail on (${what}).`
      : `Failed on ${what}: ${counted(findings.length, "finding")}.`;
  const list = findings.flatMap((finding, place) => ["", ...findingLines(finding, place + 1)]);
  const lines = [head, ...list, ...(list.length === 0 ? [] : [""]), ...more];
  const early = earlyEnd(outcome);
  return `${[...lines.filter((line, place) => line !== "" || place < lines.length - 1), ...early].join("\n")}\n`;
}

function findingLines(finding: MemoryFinding, number: number): readonly string[] {
  const { objects, objectCount, references, referenceCount } = finding;
  const width = Math.max(...objects.map(({ key }) => key.length), 0);
  const unsaidObjects = objectCount - objects.length;
  const unsaidReferences = referenceCount - references.length;
  return [
    `${number}. ${heading(finding)}`,
    `   since ${place(finding.since)}`,
    ...objects.map(
      ({ key, typeName, size }) => `     ${key.padEnd(width)}  ${typeName}, ${size} B`,
    ),
    ...(unsaidObjects > 0 ? [`     and ${counted(unsaidObjects, "more object")}`] : []),
    ...(references.length > 0 ? [`   ${referencesHeading(finding)}`] : []),
    ...references.map(
      ({ expression, to, made }) =>
        `     ${expression} -> ${to}${made === undefined ? "" : `, made by ${place(made)}`}`,
    ),
    ...(unsaidReferences > 0 ? [`     and ${counted(unsaidReferences, "more reference")}`] : []),
    `   ${endOf(finding)}`,
  ];
}

function heading({ kind, isCycle, objectCount, size }: MemoryFinding): string {
  const objects = `${counted(objectCount, "object")}, ${size} B`;
  switch (kind) {
    case "garbage":
      return isCycle
        ? `A cycle that nothing outside refers to: ${objects}`
        : `Unreachable, but not freed at once: ${objects}`;
    case "uncollectable":
      return `Put into gc.garbage by a collection: ${objects}`;
    case "resurrected":
      return `Brought back by its finalizer: ${objects}`;
    default:
      return assertNever(kind, "kind");
  }
}

const referencesHeading = ({ kind }: MemoryFinding): string =>
  kind === "garbage" ? "kept by" : "held by";

function endOf({ kind, goneInStep }: MemoryFinding): string {
  if (goneInStep === undefined) return "Still in memory at the end of the script.";
  return kind === "garbage"
    ? `Freed by the collector in step ${goneInStep}.`
    : `Freed in step ${goneInStep}.`;
}

/** `line 14: obj2.ref = obj1 (step 6)`. */
function place({ line, file, code, step }: MadeAt): string {
  const where = line === undefined ? "" : `${file === "" ? "" : `${file}, `}line ${line}: `;
  return `${where}${code === "" ? "before the first line" : code} (step ${step})`;
}

/** What did not run was not looked at, and a build should know. */
function earlyEnd(outcome: Outcome): readonly string[] {
  const why = whyEarly(outcome);
  return why === undefined
    ? []
    : [`The script did not run to its end: ${why}. What would have come after was not looked at.`];
}

function whyEarly(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case "finished":
    case "exited":
      return undefined;
    case "raised":
      return `it raised ${outcome.type}`;
    case "syntax-error":
      return "it is not valid Python";
    case "killed":
      return `it was ended by ${outcome.signal}`;
    case "step-limit":
      return `it was stopped after ${outcome.steps} steps (--max-steps)`;
    case "time-limit":
      return `it was stopped after ${outcome.seconds} s (--time-limit)`;
    case "stopped":
      return "it was interrupted";
    case "recorded-so-far":
      return "it was saved before it ended";
    default:
      return assertNever(outcome, "outcome");
  }
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
