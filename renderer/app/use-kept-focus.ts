/** Another layout is another canvas: whoever was on the one with the keyboard is on the next. */
import { useEffect, useLayoutEffect, useRef } from "react";

const canvas = '[data-testid="graph"]';

export function useKeptFocus(layout: string): void {
  const wasThere = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      wasThere.current = event.target instanceof Element && event.target.matches(canvas);
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    // What is taken out of the page loses the focus to nothing.
    if (wasThere.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>(canvas)?.focus();
  }, [layout]);
}
