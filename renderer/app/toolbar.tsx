/** The row of buttons under the title bar, made from the command registry. */
import {
  ArrowDownToDot,
  ArrowUpFromDot,
  FolderOpen,
  Image,
  Pause,
  Play,
  Recycle,
  RotateCcw,
  Search,
  Square,
  StepBack,
  StepForward,
} from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { commandById } from "../commands/registry";
import { useAppState } from "../state/store";
import { useCommand, type CommandState, type RunCommand } from "../commands/use-commands";
import { PythonPicker } from "./python-picker";

interface ToolbarProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function Toolbar({ run, platform }: ToolbarProps): ReactElement {
  const icon = (id: string, drawing: ReactNode, leading = false): ReactElement => (
    <IconButton id={id} run={run} platform={platform} leading={leading}>
      {drawing}
    </IconButton>
  );
  const running = useAppState((state) => commandById("pause").enabled(state));
  const open = useCommand("open", run);
  const collect = useCommand("collect", run);
  const exportImage = useCommand("export", run);
  const palette = useCommand("palette", run);
  return (
    <section className="tool" aria-label="Tools">
      <button type="button" className="btn" title={tooltip(open, platform)} onClick={open.run}>
        <FolderOpen className="i" size={16} strokeWidth={1.8} />
        <span className="btn-words">Open</span>
      </button>
      <div className="sep" />
      <div className="seg">
        {icon("restart", <RotateCcw size={16} strokeWidth={1.8} />)}
        {icon("step-back", <StepBack size={16} strokeWidth={1.8} />)}
        {icon("step-over", <StepForward size={16} strokeWidth={1.8} />, true)}
        {icon("step-into", <ArrowDownToDot size={16} strokeWidth={1.8} />)}
        {icon("step-out", <ArrowUpFromDot size={16} strokeWidth={1.8} />)}
        {running
          ? icon("pause", <Pause size={16} strokeWidth={1.8} />)
          : icon("continue", <Play size={16} strokeWidth={1.8} />)}
        {icon("stop", <Square size={16} strokeWidth={1.8} />)}
      </div>
      <button
        type="button"
        className="btn"
        disabled={!collect.enabled}
        title={tooltip(collect, platform)}
        onClick={collect.run}
      >
        <Recycle className="i" size={16} strokeWidth={1.8} />
        <span className="btn-words">Collect</span>
      </button>
      <button
        type="button"
        className="btn"
        disabled={!exportImage.enabled}
        title={tooltip(exportImage, platform)}
        onClick={exportImage.run}
      >
        <Image className="i" size={16} strokeWidth={1.8} />
        <span className="btn-words">Export</span>
      </button>
      <button type="button" className="search" onClick={palette.run}>
        <Search className="i" size={16} strokeWidth={1.8} />
        <span className="words">{palette.command.title}</span>
        <span className="kbd">{keysForPeople("$mod+k", platform).replace("+", " ")}</span>
      </button>
      <PythonPicker run={run} />
    </section>
  );
}

interface IconButtonProps extends ToolbarProps {
  readonly id: string;
  readonly leading: boolean;
  readonly children: ReactNode;
}

function IconButton({ id, run, platform, leading, children }: IconButtonProps): ReactElement {
  const state = useCommand(id, run);
  return (
    <button
      type="button"
      className={leading ? "btn icon leading" : "btn icon"}
      disabled={!state.enabled}
      aria-label={state.command.title}
      title={tooltip(state, platform)}
      onClick={state.run}
    >
      {children}
    </button>
  );
}

function tooltip({ command, enabled, whyOff }: CommandState, platform: string): string {
  if (!enabled && whyOff !== undefined) return whyOff;
  const [keys] = command.keys;
  return keys === undefined ? command.title : `${command.title} (${keysForPeople(keys, platform)})`;
}
