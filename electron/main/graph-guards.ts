/** Turns what a page sent about the graph into arguments of the contract's types, or throws. */
import type { LessonFact } from "../contract/lesson";
import type { Cut } from "../contract/what-if";
import type { NeighbourhoodOptions, WhyAliveOptions } from "../contract/why-alive";
import { refuse, textArgument } from "./request-guards";
import { isRecord } from "./stored-json";

export function whyAliveOptionsArgument(value: unknown): WhyAliveOptions {
  if (!isRecord(value)) return refuse("options of a path");
  return { ignored: textsArgument(value["ignored"]), skip: countArgument(value["skip"]) };
}

export function neighbourhoodOptionsArgument(value: unknown): NeighbourhoodOptions {
  if (!isRecord(value)) return refuse("a neighbourhood");
  return {
    direction: oneOf(value["direction"], ["holders", "held", "both"]),
    depth: oneOf(value["depth"], [1, 2, 3, 4]),
    limit: countArgument(value["limit"]),
  };
}

export function cutsArgument(value: unknown): readonly Cut[] {
  return Array.isArray(value) ? value.map(cutArgument) : refuse("a list of cuts");
}

function cutArgument(value: unknown): Cut {
  if (!isRecord(value)) return refuse("a cut");
  const { kind, edge, label, name } = value;
  if (kind === "name") return { kind, name: textArgument(name) };
  if (kind !== "reference") return refuse("a cut");
  return {
    kind,
    edge: textArgument(edge),
    ...(label === undefined ? {} : { label: textArgument(label) }),
  };
}

export function lessonFactArgument(value: unknown): LessonFact {
  if (!isRecord(value)) return refuse("a fact");
  const { kind, name, type } = value;
  if (kind === "returned") return { kind };
  if (kind === "refcount") return { kind, name: textArgument(name) };
  return kind === "alive" ? { kind, type: textArgument(type) } : refuse("a fact");
}

export function countArgument(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return refuse("a count");
}

export function textsArgument(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textArgument) : refuse("a list of texts");
}

export function oneOf<const Choice>(value: unknown, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === value) ?? refuse(`one of ${choices.join(", ")}`);
}
