/** The window's arrangement, nothing else. */
import { useEffect, type ReactElement, type RefObject } from "react";
import { useRunCommand } from "../commands/use-commands";
import type { GraphHandle } from "../graph/graph-handle";
import { useAppState } from "../state/store";
import { HatchPatterns } from "../widgets/hatch-pattern";
import { AboutBox, ShortcutSheet } from "./help-dialogs";
import { ArgumentsDialog } from "./arguments-dialog";
import { ContextMenu } from "./context-menu";
import { DropTarget } from "./drop-target";
import { ExportPlace } from "./export-place";
import { InstallHelp } from "./install-help";
import { GoToStep } from "./go-to-step";
import { LiveRegion } from "./live-region";
import { Palette } from "./palette";
import { SettingsDialog } from "./settings-dialog";
import { StartScreen } from "./start-screen";
import { StatusBar } from "./status-bar";
import { TitleBar } from "./title-bar";
import { ToastMessage } from "./toast-message";
import { useKeyboard } from "./use-keyboard";
import { useNativeMenu } from "./use-native-menu";
import { usePlayback } from "./use-playback";
import { usePanelFit } from "./use-panel-fit";
import { useTheme } from "./use-theme";
import { Workspace } from "./workspace";

interface AppProps {
  readonly graph: RefObject<GraphHandle | null>;
  readonly platform: string;
}

export function App({ graph, platform }: AppProps): ReactElement {
  const run = useRunCommand(graph);
  const theme = useTheme();
  const started = useAppState((state) => state.script !== undefined);
  const title = useAppState((state) => state.script?.name);
  const presenting = useAppState((state) => state.presenting && state.script !== undefined);
  const fit = usePanelFit();
  useKeyboard(run);
  usePlayback();
  useNativeMenu(platform);
  useEffect(() => {
    document.title = title === undefined ? "Ouroscope" : `${title} – Ouroscope`;
  }, [title]);
  return (
    <div className={presenting ? "window presenting" : "window"}>
      <LiveRegion />
      <HatchPatterns />
      <TitleBar run={run} platform={platform} />
      {started ? (
        <Workspace run={run} theme={theme} graph={graph} platform={platform} fit={fit} />
      ) : (
        <StartScreen />
      )}
      {presenting ? null : <StatusBar />}
      <Dialogs run={run} graph={graph} platform={platform} />
      <ToastMessage />
      <DropTarget />
      <ContextMenu run={run} platform={platform} />
    </div>
  );
}

type Run = ReturnType<typeof useRunCommand>;

function Dialogs({ run, graph, platform }: AppProps & { readonly run: Run }): ReactElement | null {
  const dialog = useAppState((state) => state.dialog);
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
    case "install-help":
      return <InstallHelp platform={platform} />;
    case "settings":
      return <SettingsDialog />;
    case "about":
      return <AboutBox />;
    case "export":
    case "export-selection":
      return <ExportPlace graph={graph} ofSelection={dialog === "export-selection"} />;
  }
}
