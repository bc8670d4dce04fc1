/** The app's mark: two objects that hold each other. */
import type { ReactElement } from "react";

export function Logo({ size }: { readonly size: number }): ReactElement {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="6" cy="6" r="3.6" fill="var(--instance)" />
      <circle cx="14.4" cy="14" r="3.6" fill="var(--alarm)" />
      <path
        d="M9.5 4.6c3.4-.6 6 2 5.6 5.2M10.8 15.4C7.4 16 4.9 13.4 5.3 10.2"
        fill="none"
        stroke="var(--text)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
