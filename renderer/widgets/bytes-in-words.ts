/** Sizes as people write them: `56 B`, `412 KB`, `3.1 MB`. */
export function bytesInWords(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${trimmed(size / 1000)} KB`;
  return `${trimmed(size / 1_000_000)} MB`;
}

const trimmed = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, "");
