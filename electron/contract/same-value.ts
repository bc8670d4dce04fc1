/** Whether two plain values say the same, however deep. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && sameValue(one[key], other[key]))
  );
}

/** The known one when it says the same: whoever compares by reference then sees that nothing has changed. */
export function keepSame<Value>(known: Value | undefined, fresh: Value): Value {
  return known !== undefined && sameValue(known, fresh) ? known : fresh;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
