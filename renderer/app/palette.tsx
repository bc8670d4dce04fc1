/** Ctrl+K: one field that finds commands, objects of the picture, and steps. */
import { Search } from "lucide-react";
import { useMemo, useState, type KeyboardEvent, type ReactElement } from "react";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { commands } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import type { AppState } from "../state/app-state";
import { stepCode, stepLabel } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import type { UserActions } from "../state/user-actions";
import { Modal } from "../widgets/modal";

interface Hit {
  readonly id: string;
  readonly kind: "object" | "command" | "step";
  readonly text: string;
  readonly remark: string;
  choose(): void;
}

const mostHits = 40;
const mostSteps = 8;

export function Palette({
  run,
  platform,
}: {
  readonly run: RunCommand;
  readonly platform: string;
}): ReactElement {
  const actions = useActions();
  const state = useAppState((whole) => whole);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const hits = useMemo(
    () => findHits(text, { state, actions, run, platform }),
    [text, state, actions, run, platform],
  );
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    close();
    hit.choose();
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") choose(hits[at]);
    else if (by === 0) return;
    else setAt((at + by + hits.length) % Math.max(1, hits.length));
    event.preventDefault();
  };
  return (
    <Modal label="Search objects or run a command" className="palette at-top" onClose={close}>
      <div className="palette-field">
        <Search size={17} aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-hits"
          aria-activedescendant={hits[at] === undefined ? undefined : `hit-${hits[at].id}`}
          aria-label="Search objects or run a command"
          placeholder="Objects, steps, commands"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div id="palette-hits" className="palette-hits" role="listbox" aria-label="Found">
        {hits.map((hit, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={hit.id}
            id={`hit-${hit.id}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(hit)}
          >
            <span className="kind">{hit.kind}</span>
            <span className={hit.kind === "command" ? "words" : "words mono"}>{hit.text}</span>
            <span className="keys">{hit.remark}</span>
          </button>
        ))}
        {hits.length === 0 ? <p className="empty">Nothing found</p> : null}
      </div>
    </Modal>
  );
}

interface SearchedIn {
  readonly state: AppState;
  readonly actions: UserActions;
  readonly run: RunCommand;
  readonly platform: string;
}

function findHits(text: string, { state, actions, run, platform }: SearchedIn): readonly Hit[] {
  const wanted = text.trim().toLowerCase();
  const says = (words: string): boolean => words.toLowerCase().includes(wanted);
  const objects = (state.picture?.view.nodes ?? [])
    .filter((node) => says(`${node.key} ${node.title}`))
    .map((node) => ({
      id: `object-${node.id}`,
      kind: "object" as const,
      text: node.key,
      remark: `${node.title}, ${node.state}`,
      choose: () => actions.select(node.id),
    }));
  const steps =
    wanted === ""
      ? []
      : state.steps.filter((step) => stepLabel(step) === wanted || says(step.code));
  const stepHits = steps.slice(0, mostSteps).map((step) => ({
    id: `step-${step.entry}`,
    kind: "step" as const,
    text: stepCode(step),
    remark: `step ${stepLabel(step)}`,
    choose: () => actions.travel(step.entry, "jump"),
  }));
  const runnable = commands.filter(
    (command) => command.id !== "palette" && command.enabled(state) && says(command.title),
  );
  const commandHits = runnable.map((command) => ({
    id: `command-${command.id}`,
    kind: "command" as const,
    text: command.title,
    remark: command.keys[0] === undefined ? "" : keysForPeople(command.keys[0], platform),
    choose: () => run(command),
  }));
  return [...objects, ...stepHits, ...commandHits].slice(0, mostHits);
}
