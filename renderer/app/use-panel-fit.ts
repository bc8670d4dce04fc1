/** The panels as they fit the window now; measured anew when it changes. */
import { useMemo, useSyncExternalStore } from "react";
import { useAppState } from "../state/store";
import { fitPanels, type PanelFit } from "./panel-fit";

export function usePanelFit(): PanelFit {
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  const sizes = useAppState((state) => state.panelSizes);
  const leftOpen = useAppState((state) => state.leftOpen);
  const bottomOpen = useAppState((state) => state.bottomOpen);
  const inspectorOpen = useAppState((state) => state.inspectorOpen);
  const presenting = useAppState((state) => state.presenting);
  const hasLesson = useAppState(
    ({ lesson, inspectorTab }) => lesson !== undefined && inspectorTab === "lesson",
  );
  return useMemo(() => {
    const wishes = { sizes, leftOpen, bottomOpen, inspectorOpen, presenting, hasLesson };
    return fitPanels({ width, height }, wishes);
  }, [width, height, sizes, leftOpen, bottomOpen, inspectorOpen, presenting, hasLesson]);
}

function onResize(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
