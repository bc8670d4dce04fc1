/** The alarm hatch as SVG patterns, defined once for the whole page (a pattern inside a hidden element would not paint). */
import type { ReactElement } from "react";

export function HatchPatterns(): ReactElement {
  return (
    <svg style={{ position: "absolute", width: 0, height: 0 }} aria-hidden="true">
      <defs>
        <pattern
          id="hatch-fine"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.2" height="5" fill="var(--alarm)" opacity=".55" />
        </pattern>
        <pattern
          id="hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="7" height="7" fill="var(--alarm-weak)" />
          <rect width="1.4" height="7" fill="var(--alarm)" opacity=".45" />
        </pattern>
      </defs>
    </svg>
  );
}
