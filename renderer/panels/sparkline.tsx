/** A number over the recording as a line the size of a word, with a dot at the step on the screen. */
import type { ReactElement } from "react";

interface SparklineProps {
  readonly values: readonly number[];
  /** Step of each value. */
  readonly places: readonly number[];
  readonly now: number;
}

const [WIDTH, HEIGHT] = [46, 16];
const INSET = 2.5;

export function Sparkline({ values, places, now }: SparklineProps): ReactElement {
  const top = Math.max(1, ...values);
  const x = (index: number): number =>
    INSET + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * INSET);
  const y = (value: number): number => HEIGHT - INSET - (value / top) * (HEIGHT - 2 * INSET);
  const path = values
    .map((value, index) =>
      index === 0 ? `M${x(0)} ${y(value)}` : `H${x(index).toFixed(1)}V${y(value).toFixed(1)}`,
    )
    .join("");
  const at = Math.max(
    0,
    places.findLastIndex((place) => place <= now),
  );
  return (
    <svg
      className="sparkline"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`from ${values[0] ?? 0} to ${values.at(-1) ?? 0}, at most ${Math.max(0, ...values)}`}
    >
      <path d={path} fill="none" stroke="var(--faint)" strokeWidth="1.4" />
      <circle cx={x(at)} cy={y(values[at] ?? 0)} r="2.4" fill="var(--accent)" />
    </svg>
  );
}
