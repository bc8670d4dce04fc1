/** Script, objects and types above; output and collections below. Joins panels to the store, draws nothing itself. */
import type { ReactElement } from "react";
import { isCellFile } from "../../electron/contract/notebook";
import { ConsoleLine } from "../panels/console-line";
import { CollectionList } from "../panels/collection-list";
import { ScriptOutput } from "../panels/script-output";
import { shownFile } from "../state/line-ahead";
import { isLive } from "../state/session-reducer";
import {
  canCollect,
  collectorWords,
  consolePlaceholder,
  fileName,
  finalizerRemark,
} from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { ScriptPanel, type ScriptPanelProps } from "./script-panel";
import { ObjectPanel } from "./object-panel";
import { TypePanel } from "./type-panel";
import { Tabs } from "../widgets/tabs";
import { PanelDivider } from "./panel-divider";
import type { PanelFit } from "./panel-fit";

const isOtherThanScript = (file: string): boolean => file !== "" && !isCellFile(file);

export function LeftColumn({
  run,
  platform,
  fit,
}: ScriptPanelProps & { readonly fit: PanelFit }): ReactElement {
  const leftTab = useAppState((state) => state.leftTab);
  const isOtherFile = useAppState((state) => isOtherThanScript(shownFile(state)));
  const fileTab = useAppState((state) => state.fileTab);
  const tab = leftTab === "script" && isOtherFile ? "file" : leftTab;
  const name = useAppState((state) => state.script?.name ?? "script");
  const shown = useAppState((state) => state.picture?.view.shown);
  const actions = useActions();
  return (
    <section className="col left" aria-label="Script and output">
      <Tabs
        label="Script, objects, types"
        chosen={tab}
        onChoose={(chosen) => {
          if (chosen === "script") actions.change({ kind: "file-chosen", file: "" });
          else if (chosen !== "file") actions.change({ kind: "left-tab-chosen", tab: chosen });
          else if (fileTab !== undefined) actions.change({ kind: "file-chosen", file: fileTab });
        }}
        tabs={[
          { id: "script", title: name },
          ...(fileTab === undefined
            ? []
            : [{ id: "file" as const, title: fileName(fileTab), tooltip: fileTab }]),
          { id: "objects", title: "Objects", ...(shown === undefined ? {} : { count: shown }) },
          { id: "types", title: "Types" },
        ]}
      />
      {/* The editor stays mounted: switching tabs must not lose its scroll position. */}
      <div
        className="tab-panel"
        role="tabpanel"
        aria-label="Script"
        hidden={leftTab !== "script"}
        data-testid="panel-script"
      >
        <ScriptPanel run={run} platform={platform} />
      </div>
      {leftTab === "objects" ? <ObjectPanel /> : null}
      {leftTab === "types" ? <TypePanel /> : null}
      {fit.sizes.bottom === 0 ? null : <Bottom height={fit.sizes.bottom} />}
      <PanelDivider panel="bottom" fit={fit} />
    </section>
  );
}

function Bottom({ height }: { readonly height: number }): ReactElement {
  const tab = useAppState((state) => state.bottomTab);
  const collections = useAppState((state) => state.collections);
  const entry = useAppState((state) => state.travel.entry);
  const collector = useAppState((state) => collectorWords(state) ?? "automatic");
  const actions = useActions();
  const happened = collections.filter((collection) => collection.entry <= entry).length;
  return (
    <div id="bottom-panel" className="bottom" style={{ height }}>
      <Tabs
        label="Output, collections"
        chosen={tab}
        onChoose={(chosen) => actions.change({ kind: "bottom-tab-chosen", tab: chosen })}
        tabs={[
          { id: "output", title: "Output" },
          { id: "collections", title: "Collections", count: happened },
        ]}
      />
      {tab === "output" ? (
        <div className="tab-panel unmoved" role="tabpanel" aria-label="Output">
          <Output />
        </div>
      ) : (
        <div className="tab-panel" role="tabpanel" tabIndex={0} aria-label="Collections">
          <CollectionList
            collections={collections}
            entry={entry}
            collector={collector}
            onTravel={(to) => actions.travel(to, "jump")}
            onSelect={(node) => actions.showObject(node)}
          />
        </div>
      )}
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
    <>
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
      {waits ? null : <Console />}
    </>
  );
}

function Console(): ReactElement {
  const placeholder = useAppState(consolePlaceholder);
  const ready = useAppState(canCollect);
  const history = useAppState((state) => state.consoleHistory);
  const actions = useActions();
  return (
    <ConsoleLine
      ready={ready}
      placeholder={placeholder}
      history={history}
      onRun={(code) => void actions.execute(code)}
    />
  );
}
