/** The window's title bar: menus, what is open, and the window buttons where the system draws none. */
import { Minus, Square, X } from "lucide-react";
import type { ReactElement } from "react";
import type { RunCommand } from "../commands/use-commands";
import { isLive } from "../state/session-reducer";
import { isUnsaved, stepCount } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { Logo } from "./logo";
import { Menus } from "./menus";

export function TitleBar({
  run,
  platform,
}: {
  readonly run: RunCommand;
  readonly platform: string;
}): ReactElement {
  const name = useAppState((state) => state.script?.name);
  const recorded = useAppState((state) => state.steps.length > 0);
  const steps = useAppState(stepCount);
  const live = useAppState((state) => isLive(state.phase));
  const saved = useAppState((state) => state.recording !== undefined && !isUnsaved(state));
  const mac = platform === "darwin";
  return (
    <header className={mac ? "title mac" : "title"} data-testid="title">
      {mac ? null : <Logo size={18} />}
      {mac ? null : <Menus run={run} platform={platform} />}
      {name === undefined ? (
        <div className="doc">Ouroscope</div>
      ) : (
        <h1 className="doc">
          {name}
          {recorded ? (
            <span>{` — ${saved ? "saved recording," : live ? "recording" : "recording,"} ${stepsInWords(steps)}`}</span>
          ) : null}
        </h1>
      )}
      {mac ? null : <WindowControls />}
    </header>
  );
}

const stepsInWords = (steps: number): string =>
  `${steps.toLocaleString("en-US")} ${steps === 1 ? "step" : "steps"}`;

function WindowControls(): ReactElement {
  const actions = useActions();
  return (
    <div className="window-controls">
      <button
        type="button"
        aria-label="Minimize"
        onClick={() => void actions.windowControl("minimize")}
      >
        <Minus size={14} />
      </button>
      <button
        type="button"
        aria-label="Maximize"
        onClick={() => void actions.windowControl("maximize")}
      >
        <Square size={12.5} />
      </button>
      <button
        type="button"
        aria-label="Close"
        className="close"
        onClick={() => void actions.windowControl("close")}
      >
        <X size={15} />
      </button>
    </div>
  );
}
