/** The chips over the canvas: what is shown, how much of what there is, and why the rest is not. */
import { Popover } from "@base-ui/react/popover";
import { ChevronDown, Eye, EyeOff, LayoutGrid, Minus, Plus, Waypoints, X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import type { HiddenCount } from "../../electron/contract/subgraph-view";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { commandById } from "../commands/registry";
import { hubSwitches } from "../commands/shape-commands";
import { useCommand, type RunCommand } from "../commands/use-commands";
import { isOutOfDate } from "../state/selectors";
import { focusOn, hidesSomething } from "../state/shape-wishes";
import { useActions, useAppState } from "../state/store";

interface ChipsProps {
  readonly run: RunCommand;
}

export function FilterChips({ run }: ChipsProps): ReactElement {
  const showHidden = useAppState((state) => state.showHidden);
  const focused = useAppState((state) => state.shape.focus !== undefined);
  const grouped = useAppState((state) => state.shape.alwaysGroup === true);
  return (
    <div className="filters">
      {focused ? null : (
        <span className="chip on">
          {showHidden ? "Everything it uses" : "From this script"}
          {grouped ? ", in groups" : ""}
        </span>
      )}
      <HiddenChip run={run} />
      <FocusChip run={run} />
      <OutOfDate />
      <Counted run={run} />
      <ViewSwitch />
    </div>
  );
}

const views = [
  { id: "graph", title: "Graph", keys: "$mod+1", Icon: Waypoints },
  { id: "filmstrip", title: "Filmstrip", keys: "$mod+3", Icon: LayoutGrid },
] as const;

function ViewSwitch(): ReactElement {
  const shown = useAppState((state) => state.canvasView);
  const actions = useActions();
  return (
    <span className="view-switch" role="group" aria-label="View">
      {views.map(({ id, title, keys, Icon }) => (
        <button
          key={id}
          type="button"
          aria-label={title}
          aria-pressed={id === shown}
          title={`${title} (${keysForPeople(keys, window.heap.platform)})`}
          onClick={() => actions.change({ kind: "canvas-view-chosen", view: id })}
        >
          <Icon size={14} strokeWidth={1.9} />
        </button>
      ))}
    </span>
  );
}

/** One click hides or shows modules and builtins; the arrow opens a switch for each kind. */
function HiddenChip({ run }: ChipsProps): ReactElement {
  const showHidden = useAppState((state) => state.showHidden);
  const actions = useActions();
  return (
    <span className="chip-pair">
      <button
        type="button"
        className="chip"
        aria-pressed={!showHidden}
        data-testid="chip-hidden"
        onClick={() => actions.change({ kind: "hidden-toggled" })}
      >
        {showHidden ? "Shown: modules, builtins" : "Hidden: modules, builtins"}
        {showHidden ? <Eye size={13} /> : <EyeOff size={13} />}
      </button>
      <Popover.Root>
        <Popover.Trigger className="chip" aria-label="Choose what is hidden">
          <ChevronDown size={13} />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="menu-positioner" sideOffset={6} align="start">
            <Popover.Popup className="menu-popup chip-switches" aria-label="What is hidden">
              {hubSwitches.map(({ kind, title }) => (
                <Switch key={kind} id={`show-hubs-${kind}`} title={title} run={run} />
              ))}
              <Switch id="group-by-type" title="Group by type" run={run} />
              <Switch id="group-by-module" title="Group by module" run={run} />
              <Switch id="group-by-owner" title="Group by owner" run={run} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </span>
  );
}

function Switch({
  id,
  title,
  run,
}: ChipsProps & { readonly id: string; readonly title: string }): ReactElement {
  const { checked } = useCommand(id, run);
  return (
    <label className="chip-switch">
      <input type="checkbox" checked={checked} onChange={() => run(commandById(id))} />
      {title}
    </label>
  );
}

/** While only one object and its neighbours are shown: how far, and the way out. */
function FocusChip({ run }: ChipsProps): ReactElement | null {
  const focus = useAppState((state) => state.shape.focus);
  const shape = useAppState((state) => state.shape);
  const key = useAppState(
    ({ picture }) => picture?.view.nodes.find((node) => node.id === focus?.node)?.key,
  );
  const actions = useActions();
  const [more, less] = [useCommand("more-context", run), useCommand("less-context", run)];
  if (focus === undefined) return null;
  return (
    <span className="chip on focus-chip" data-testid="chip-focus">
      Only {key ?? "one object"} and{" "}
      {focus.depth === 1 ? "its neighbours" : `${focus.depth} around`}
      <ChipButton label="Fewer neighbours" off={!less.enabled} onClick={less.run}>
        <Minus size={13} />
      </ChipButton>
      <ChipButton label="More neighbours" off={!more.enabled} onClick={more.run}>
        <Plus size={13} />
      </ChipButton>
      <ChipButton
        label="Show everything"
        onClick={() =>
          actions.change({
            kind: "shape-changed",
            text: "show everything",
            shape: focusOn(shape, undefined),
          })
        }
      >
        <X size={13} />
      </ChipButton>
    </span>
  );
}

interface ChipButtonProps {
  readonly label: string;
  readonly off?: boolean;
  readonly children: ReactNode;
  onClick(): void;
}

function ChipButton({ label, off = false, children, onClick }: ChipButtonProps): ReactElement {
  return (
    <button type="button" aria-label={label} title={label} disabled={off} onClick={onClick}>
      {children}
    </button>
  );
}

/** `3 of 4,812 objects`, and each reason why the others are not drawn. */
function Counted({ run }: ChipsProps): ReactElement {
  const view = useAppState((state) => state.picture?.view);
  const unhide = useCommand("unhide-all", run);
  // A focus has its own way out.
  const byPerson = useAppState(({ shape }) => hidesSomething(focusOn(shape, undefined)));
  const anyway = useCommand("show-anyway", run);
  const hiding = (view?.hiding ?? []).filter((one) => !isOutside(one));
  const isGrouped = hiding.some(({ reason }) => reason === "grouped");
  const tooMany = isGrouped || anyway.checked;
  return (
    <span className="counted">
      {hiding.map(({ reason, text }) => (
        <span key={reason} className="left-out" data-testid="left-out" title={text}>
          {text}
        </span>
      ))}
      {byPerson ? (
        <button type="button" className="chip" onClick={unhide.run}>
          Show all again
        </button>
      ) : null}
      {tooMany ? (
        <button
          type="button"
          className="chip"
          aria-pressed={anyway.checked}
          title="Up to 5,000 small marks in place of groups"
          onClick={anyway.run}
        >
          Show anyway
        </button>
      ) : null}
      <span className="chip count" data-testid="object-count">
        {view === undefined
          ? "no objects yet"
          : `${number(view.shown)} of ${number(view.total)} objects`}
      </span>
    </span>
  );
}

/** The chip says that modules and builtins are hidden; how many these are is in "n of N". */
const isOutside = ({ reason }: HiddenCount): boolean => reason === "module" || reason === "builtin";

const number = (count: number): string => count.toLocaleString("en-US");

function OutOfDate(): ReactElement | null {
  const outOfDate = useAppState(isOutOfDate);
  const actions = useActions();
  if (!outOfDate) return null;
  return (
    <button
      type="button"
      className="chip stale"
      data-testid="out-of-date"
      title="The script was edited after it was recorded"
      onClick={() => void actions.run()}
    >
      Recording is out of date: run again
    </button>
  );
}
