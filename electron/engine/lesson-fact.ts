/** The number that answers a lesson's question, from what one entry recorded. */
import type { LessonFact } from "../contract/lesson";
import type { ReportStep } from "../contract/report";

/** Undefined where the entry has no such collection or object. */
export function lessonFact(fact: LessonFact, step: ReportStep): number | undefined {
  switch (fact.kind) {
    case "returned": {
      const asked = step.collections.findLast(({ trigger }) => trigger === "explicit");
      // As CPython returns it.
      return asked === undefined ? undefined : asked.collected + asked.uncollectable;
    }
    case "refcount": {
      const key = step.names.find(({ name }) => name === fact.name)?.object ?? fact.name;
      return step.objects.find((object) => object.key === key)?.refcount;
    }
    case "alive":
      return step.objects.filter(({ type }) => type === fact.type).length;
  }
}
