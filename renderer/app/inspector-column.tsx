/** The right column, or the drawer over the canvas in a narrow window: the selected object and the cycles. */
import { X } from "lucide-react";
import type { ReactElement } from "react";
import { CycleList } from "../panels/cycle-list";
import { ObjectInspector } from "../panels/object-inspector";
import { currentStep, drawnKind } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { Tabs } from "../widgets/tabs";

export function InspectorColumn({ drawer }: { readonly drawer: boolean }): ReactElement {
  const tab = useAppState((state) => state.inspectorTab);
  const cycles = useAppState((state) => state.cycles);
  const alarm = useAppState((state) => state.cycles.some((cycle) => cycle.state === "unreachable"));
  const alive = cycles.filter((cycle) => cycle.state !== "freed").length;
  const actions = useActions();
  const close = (
    <button
      type="button"
      className="drawer-close"
      aria-label="Close the inspector"
      onClick={() => actions.change({ kind: "drawer-closed" })}
    >
      <X size={14} />
    </button>
  );
  return (
    <aside className="col right" aria-label="Inspector">
      <Tabs
        label="Object, cycles"
        chosen={tab}
        onChoose={(chosen) => actions.change({ kind: "inspector-tab-chosen", tab: chosen })}
        tabs={[
          { id: "object", title: "Object" },
          { id: "cycles", title: "Cycles", count: alive, alarm },
        ]}
        end={drawer ? close : undefined}
      />
      <div
        className="tab-panel"
        role="tabpanel"
        tabIndex={0}
        aria-label={tab === "object" ? "Object" : "Cycles"}
      >
        {tab === "object" ? <SelectedObject /> : <Cycles />}
      </div>
    </aside>
  );
}

function SelectedObject(): ReactElement {
  const detail = useAppState((state) => state.detail?.value);
  const selected = useAppState((state) => state.selection !== undefined);
  const kind = useAppState(drawnKind);
  const name = useAppState((state) => state.script?.name ?? "");
  const step = useAppState((state) => currentStep(state)?.step ?? 0);
  const nodes = useAppState((state) => state.picture?.view.nodes);
  const actions = useActions();
  return (
    <ObjectInspector
      typeOf={(id) => nodes?.find((node) => node.id === id)?.typeName}
      detail={detail}
      kind={kind}
      selected={selected}
      scriptName={name}
      step={step}
      onSelect={actions.select}
      onReveal={(line, file) => actions.change({ kind: "line-revealed", file, line })}
    />
  );
}

function Cycles(): ReactElement {
  const cycles = useAppState((state) => state.cycles);
  const selection = useAppState((state) => state.selection);
  const actions = useActions();
  return <CycleList cycles={cycles} selection={selection} onSelect={actions.select} />;
}
