/** Whether two sets hold the same values. */
export function hasSameMembers<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  if (a === b) return true;
  return a.size === b.size && [...a].every((value) => b.has(value));
}
