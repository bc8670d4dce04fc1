/** The right column, or the drawer over the canvas in a narrow window: the selected object and the cycles. */
import { X } from "lucide-react";
import type { ReactElement } from "react";
import type { RunCommand } from "../commands/use-commands";
import { useActions, useAppState } from "../state/store";
import { InspectedCycles } from "./inspected-cycles";
import { InspectedSelection } from "./inspected-selection";
import { Tabs } from "../widgets/tabs";

interface InspectorColumnProps {
  readonly drawer: boolean;
  readonly run: RunCommand;
}

export function InspectorColumn({ drawer, run }: InspectorColumnProps): ReactElement {
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
        {tab === "object" ? <InspectedSelection /> : <InspectedCycles run={run} />}
      </div>
    </aside>
  );
}
