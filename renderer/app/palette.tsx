/** Ctrl+K: one field that finds objects, names, types and steps of the recording, and commands. */
import { Search } from "lucide-react";
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactElement } from "react";
import { assertNever } from "../../electron/contract/assert-never";
import type { SearchResult } from "../../electron/contract/object-search";
import { commandById, commands } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { useActions, useAppState } from "../state/store";
import { Modal } from "../widgets/modal";
import { paletteHits, readPaletteText, type PaletteHit } from "./palette-hits";

interface PaletteProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function Palette({ run, platform }: PaletteProps): ReactElement {
  const actions = useActions();
  const state = useAppState((whole) => whole);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const query = useMemo(() => readPaletteText(text), [text]);
  const found = useFound(query.only === "commands" || query.only === "steps" ? "" : query.text);
  const hits = useMemo(
    () => paletteHits(query, state, { found, commands, platform }),
    [query, state, found, platform],
  );
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  const chooseHit = useChoose(run);
  const choose = (hit: PaletteHit | undefined): void => {
    if (hit === undefined) return;
    close();
    chooseHit(hit);
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") choose(hits[at]);
    else if (by === 0) return;
    else setAt((at + by + hits.length) % Math.max(1, hits.length));
    event.preventDefault();
  };
  useEffect(() => {
    document.querySelector(`[id="hit-${hits[at]?.id}"]`)?.scrollIntoView({ block: "nearest" });
  }, [hits, at]);
  const [problem] = found?.problems ?? [];
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
          placeholder="Objects, names, types, steps, commands"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <p className="palette-hint">
        <kbd>&gt;</kbd> commands <kbd>:</kbd> step <kbd>@</kbd> type <kbd>#</kbd> id
        <span>refs&gt;10 size&gt;1mb is:unreachable from:step3</span>
      </p>
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
            <span className={isCode(hit) ? "words mono" : "words"}>{hit.text}</span>
            <span className="keys">{hit.remark}</span>
          </button>
        ))}
        {hits.length === 0 ? <p className="empty">{problem ?? "Nothing found"}</p> : null}
      </div>
    </Modal>
  );
}

const isCode = ({ kind }: PaletteHit): boolean => kind !== "command" && kind !== "find";

/** What the engine finds for the text; the last answer stays until the next one is there. */
function useFound(text: string): SearchResult | undefined {
  const actions = useActions();
  const [found, setFound] = useState<SearchResult>();
  useEffect(() => {
    let wanted = true;
    void actions.find(text).then((result) => {
      if (wanted) setFound(result);
    });
    return () => {
      wanted = false;
    };
  }, [text, actions]);
  return text === "" ? undefined : found;
}

function useChoose(run: RunCommand): (hit: PaletteHit) => void {
  const actions = useActions();
  const steps = useAppState((state) => state.steps);
  const find = (query: string): void => actions.change({ kind: "search-changed", query });
  return ({ kind, value }) => {
    switch (kind) {
      case "object":
      case "name":
        actions.showObject(value);
        return;
      case "type":
        find(`type:${value}`);
        return;
      case "find":
        find(value);
        return;
      case "step":
        actions.travel(steps[Number(value)]?.entry, "jump");
        return;
      case "command":
        run(commandById(value));
        return;
      default:
        assertNever(kind, "kind of hit");
    }
  };
}
