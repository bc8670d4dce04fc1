/** The window's arrangement, nothing else. */
import { useEffect, type ReactElement, type RefObject } from "react";
import { useRunCommand } from "../commands/use-commands";
import { ExportDialog } from "../export/export-dialog";
import type { GraphHandle } from "../graph/graph-view";
import { useActions, useAppState } from "../state/store";
import { HatchPatterns } from "../widgets/hatch-pattern";
import { AboutBox, ShortcutSheet } from "./help-dialogs";
import { ArgumentsDialog } from "./arguments-dialog";
import { CanvasArea } from "./canvas-area";
import { DropTarget } from "./drop-target";
import { GoToStep } from "./go-to-step";
import { InspectorColumn } from "./inspector-column";
import { LeftColumn } from "./left-column";
import { LiveRegion } from "./live-region";
import { Palette } from "./palette";
import { pictureCaption, pictureName } from "./picture-caption";
import { StartScreen } from "./start-screen";
import { StatusBar } from "./status-bar";
import { TimelineStrip } from "./timeline-strip";
import { TitleBar } from "./title-bar";
import { ToastMessage } from "./toast-message";
import { Toolbar } from "./toolbar";
import { useKeyboard } from "./use-keyboard";
import { usePlayback } from "./use-playback";
import { useMediaQuery, useTheme } from "./use-theme";

interface AppProps {
  readonly graph: RefObject<GraphHandle | null>;
  readonly platform: string;
}

export function App({ graph, platform }: AppProps): ReactElement {
  const run = useRunCommand(graph);
  const theme = useTheme();
  const started = useAppState((state) => state.script !== undefined);
  const title = useAppState((state) => state.script?.name);
  useKeyboard(run);
  usePlayback();
  useEffect(() => {
    document.title = title === undefined ? "Ouroscope" : `${title} – Ouroscope`;
  }, [title]);
  return (
    <div className="window">
      <HatchPatterns />
      <TitleBar run={run} platform={platform} />
      {started ? (
        <Workspace run={run} theme={theme} graph={graph} platform={platform} />
      ) : (
        <StartScreen />
      )}
      <StatusBar />
      <Dialogs run={run} graph={graph} platform={platform} />
      <ToastMessage />
      <DropTarget />
      <LiveRegion />
    </div>
  );
}

type Run = ReturnType<typeof useRunCommand>;

function Workspace({
  run,
  theme,
  graph,
  platform,
}: AppProps & { readonly run: Run; readonly theme: "light" | "dark" }): ReactElement {
  const narrow = useMediaQuery("(width < 1200px)");
  const left = useAppState((state) => state.leftOpen);
  const inspector = useAppState((state) => (narrow ? state.drawerOpen : state.inspectorOpen));
  return (
    <>
      <Toolbar run={run} platform={platform} />
      <div className={`main${left ? "" : " no-left"}${inspector && !narrow ? "" : " no-right"}`}>
        {left ? <LeftColumn run={run} platform={platform} /> : null}
        <CanvasArea run={run} theme={theme} graph={graph} />
        {inspector ? <InspectorColumn drawer={narrow} /> : null}
      </div>
      <TimelineStrip run={run} />
    </>
  );
}

function Dialogs({ run, graph, platform }: AppProps & { readonly run: Run }): ReactElement | null {
  const dialog = useAppState((state) => state.dialog);
  const exporting = dialog === "export";
  const caption = useAppState((state) => (exporting ? pictureCaption(state) : ""));
  const name = useAppState((state) => (exporting ? pictureName(state) : ""));
  const actions = useActions();
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  switch (dialog) {
    case "none":
      return null;
    case "go-to-step":
      return <GoToStep />;
    case "arguments":
      return <ArgumentsDialog />;
    case "palette":
      return <Palette run={run} platform={platform} />;
    case "shortcuts":
      return <ShortcutSheet platform={platform} />;
    case "about":
      return <AboutBox />;
    case "export":
      if (graph.current === null) return null;
      return (
        <ExportDialog
          open
          graph={graph.current}
          suggestedName={name}
          caption={caption}
          onClose={close}
          save={actions.savePicture}
          onSaved={(path) => {
            close();
            const file = path.split(/[\\/]/).at(-1) ?? path;
            actions.change({ kind: "toast-shown", text: `Saved ${file}`, path });
          }}
        />
      );
  }
}
