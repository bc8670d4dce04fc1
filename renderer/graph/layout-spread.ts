/** Moves things in a column apart as little as possible: where each wants to be is given, none may overlap. */
export interface Wanting {
  /** Where its middle wants to be. */
  readonly middle: number;
  readonly height: number;
}

/** Middles, in the given order, at least `gap` apart edge to edge; the sum of squared moves is least (pooling of neighbours). */
export function spread(items: readonly Wanting[], gap: number): number[] {
  const pools: { from: number; count: number; sum: number; height: number }[] = [];
  items.forEach((item, index) => {
    pools.push({
      from: index,
      count: 1,
      sum: item.middle - item.height / 2,
      height: item.height + gap,
    });
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before && overlapping(before, last);
    ) {
      before.sum += last.sum - last.count * before.height;
      before.count += last.count;
      before.height += last.height;
      pools.pop();
      last = pools.at(-1);
      before = pools.at(-2);
    }
  });
  const middles: number[] = [];
  for (const pool of pools) {
    let top = pool.sum / pool.count;
    for (const item of items.slice(pool.from, pool.from + pool.count)) {
      middles.push(top + item.height / 2);
      top += item.height + gap;
    }
  }
  return middles;
}

/** Pushes downwards out of the way of horizontal lines that want to pass, keeping the order and the gaps. */
export function avoidLines(
  items: readonly Wanting[],
  middles: readonly number[],
  lines: readonly number[],
  gap: number,
): number[] {
  const clearance = gap / 2;
  let floor = -Infinity;
  return items.map((item, index) => {
    let top = Math.max((middles[index] ?? 0) - item.height / 2, floor);
    for (const line of lines) {
      if (line > top - clearance && line < top + item.height + clearance) top = line + clearance;
    }
    floor = top + item.height + gap;
    return top + item.height / 2;
  });
}

function overlapping(
  before: { readonly sum: number; readonly count: number; readonly height: number },
  last: { readonly sum: number; readonly count: number },
): boolean {
  return before.sum / before.count + before.height > last.sum / last.count;
}
