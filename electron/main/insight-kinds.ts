/** The kinds of hint there are, for checking what a page or a file says about them. */
import type { Insight } from "../contract/subgraph-view";

/** A record, so that a kind missing here does not compile. */
const insights: Readonly<Record<Insight["kind"], true>> = {
  unreachable: true,
  "freed-at-once": true,
  collected: true,
  "finalizer-ran": true,
  resurrected: true,
  getrefcount: true,
  "first-step": true,
  uncollectable: true,
  "class-redefined": true,
  "same-names": true,
  immortal: true,
  "garbage-empty": true,
  unexplained: true,
};

export const isInsightKind = (value: unknown): value is Insight["kind"] =>
  typeof value === "string" && Object.hasOwn(insights, value);

export const insightKinds: readonly Insight["kind"][] = Object.keys(insights).filter(isInsightKind);
