/** Rows in the order they come, sorted into lists by what they have in common. */
export function rowsBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** By the entry a row begins with; rows of the same entry stay in their order. */
export function inOrderOfEntries<Row extends { readonly first_entry: number }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted((a, b) => a.first_entry - b.first_entry);
}
