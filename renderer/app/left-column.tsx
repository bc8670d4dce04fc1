/** Script, objects and types above; output and collections below. Joins panels to the store, draws nothing itself. */
import { useMemo, type ReactElement } from "react";
import type { LineMarks } from "../editor/line-marks";
import { Pencil } from "lucide-react";
import { CodeEditor } from "../editor/code-editor";
import { Outline } from "../outline/outline";
import { CollectionList } from "../panels/collection-list";
import { ScriptOutput } from "../panels/script-output";
import { TypeCensusTable } from "../panels/type-census-table";
import type { AppState } from "../state/app-state";
import { isLive } from "../state/session-reducer";
import { currentStep, failedLine, finalizerRemark, typeCensus } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { Tabs } from "../widgets/tabs";

export function LeftColumn(): ReactElement {
  const tab = useAppState((state) => state.leftTab);
  const name = useAppState((state) => state.script?.name ?? "script");
  const shown = useAppState((state) => state.picture?.view.shown);
  const bottomOpen = useAppState((state) => state.bottomOpen);
  const actions = useActions();
  return (
    <section className="col left" aria-label="Script and output">
      <Tabs
        label="Script, objects, types"
        chosen={tab}
        onChoose={(chosen) => actions.change({ kind: "left-tab-chosen", tab: chosen })}
        tabs={[
          { id: "script", title: name },
          { id: "objects", title: "Objects", ...(shown === undefined ? {} : { count: shown }) },
          { id: "types", title: "Types" },
        ]}
      />
      {/* The editor stays mounted: switching tabs must not lose its scroll position. */}
      <div
        className="tab-panel"
        role="tabpanel"
        aria-label="Script"
        hidden={tab !== "script"}
        data-testid="panel-script"
      >
        <Script />
      </div>
      {tab === "objects" ? <Objects /> : null}
      {tab === "types" ? <Types /> : null}
      {bottomOpen ? <Bottom /> : null}
    </section>
  );
}

function Script(): ReactElement {
  const text = useAppState((state) => state.script?.text ?? "");
  const next = useAppState((state) =>
    currentStep(state) === undefined ? runningLine(state) : currentStep(state)?.nextLine,
  );
  const done = useAppState((state) => currentStep(state)?.line);
  const notes = useAppState((state) => state.picture?.view.notes);
  const failed = useAppState(failedLine);
  const revealed = useAppState((state) => state.revealedLine);
  const marks: LineMarks = useMemo(
    () => ({ next, done, failed, jumped: revealed?.line, notes: notes ?? [] }),
    [next, done, failed, revealed, notes],
  );
  const editing = useAppState((state) => state.editing);
  const draft = useAppState((state) => state.draft);
  const actions = useActions();
  return (
    <>
      <button
        type="button"
        className="btn icon edit-switch"
        aria-label="Edit the script"
        aria-pressed={editing}
        title={
          editing ? "Done editing" : "Edit the script (the recording stays until you run again)"
        }
        onClick={() => actions.change({ kind: "editing-changed", editing: !editing })}
      >
        <Pencil size={15} strokeWidth={1.8} />
      </button>
      <CodeEditor
        text={text}
        draft={draft}
        editable={editing}
        onEdit={(edited) => actions.change({ kind: "draft-changed", text: edited })}
        marks={marks}
        revealed={revealed}
      />
    </>
  );
}

function runningLine(state: AppState): number | undefined {
  return state.phase?.kind === "running" ? state.phase.line : undefined;
}

function Objects(): ReactElement {
  const view = useAppState((state) => state.picture?.view);
  const selection = useAppState((state) => state.selection);
  const folded = useAppState((state) => state.foldedItems);
  const actions = useActions();
  return (
    <div className="tab-panel" role="tabpanel" aria-label="Objects">
      <Outline
        view={view}
        selection={selection}
        folded={folded}
        onFold={(id, fold) => actions.change({ kind: "item-folded", id, folded: fold })}
        onSelect={actions.select}
      />
    </div>
  );
}

function Types(): ReactElement {
  const picture = useAppState((state) => state.picture);
  return (
    <div className="tab-panel" role="tabpanel" aria-label="Types">
      <TypeCensusTable
        rows={picture === undefined ? [] : typeCensus(picture.view, picture.previous)}
      />
    </div>
  );
}

function Bottom(): ReactElement {
  const tab = useAppState((state) => state.bottomTab);
  const collections = useAppState((state) => state.collections);
  const entry = useAppState((state) => state.travel.entry);
  const actions = useActions();
  const happened = collections.filter((collection) => collection.entry <= entry).length;
  return (
    <div className="bottom">
      <Tabs
        label="Output, collections"
        chosen={tab}
        onChoose={(chosen) => actions.change({ kind: "bottom-tab-chosen", tab: chosen })}
        tabs={[
          { id: "output", title: "Output" },
          { id: "collections", title: "Collections", count: happened },
        ]}
      />
      <div
        className="tab-panel"
        role="tabpanel"
        tabIndex={0}
        aria-label={tab === "output" ? "Output" : "Collections"}
      >
        {tab === "output" ? (
          <Output />
        ) : (
          <CollectionList
            collections={collections}
            entry={entry}
            onTravel={(to) => actions.travel(to, "jump")}
          />
        )}
      </div>
    </div>
  );
}

function Output(): ReactElement {
  const output = useAppState((state) => state.output);
  const steps = useAppState((state) => state.steps);
  const entry = useAppState((state) => state.travel.entry);
  const live = useAppState((state) => isLive(state.phase) || state.steps.length === 0);
  const waits = useAppState((state) => state.phase?.kind === "waiting-for-input");
  const remark = useAppState(finalizerRemark);
  const actions = useActions();
  const all = live || entry === steps.length - 1;
  return (
    <ScriptOutput
      output={output}
      steps={steps}
      entry={entry}
      showAll={all}
      waitsForInput={waits}
      remark={remark}
      onTravel={(to) => actions.travel(to, "jump")}
      onInput={(text) => void actions.sendInput(text)}
    />
  );
}
