/** Which theme is shown: the person's choice, or the system's. Sets it on the page. */
import { useLayoutEffect, useSyncExternalStore } from "react";
import { useAppState } from "../state/store";

export function useTheme(): "light" | "dark" {
  const chosen = useAppState((state) => state.settings.theme);
  const systemDark = useMediaQuery("(prefers-color-scheme: dark)");
  const theme = chosen === "system" ? (systemDark ? "dark" : "light") : chosen;
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return theme;
}

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}
