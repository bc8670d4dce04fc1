/** The right column, or the drawer over the canvas in a narrow window: the selected object and the cycles. */
import { X } from "lucide-react";
import type { ReactElement } from "react";
import type { RunCommand } from "../commands/use-commands";
import { useActions, useAppState } from "../state/store";
import { InspectedLesson } from "./inspected-lesson";
import { InspectedCycles } from "./inspected-cycles";
import { InspectedSelection } from "./inspected-selection";
import { Tabs } from "../widgets/tabs";

interface InspectorColumnProps {
  readonly drawer: boolean;
  readonly run: RunCommand;
  readonly platform: string;
}

const titles = { lesson: "Lesson", object: "Object", cycles: "Cycles" } as const;

export function InspectorColumn({ drawer, run, platform }: InspectorColumnProps): ReactElement {
  const tab = useAppState((state) => state.inspectorTab);
  const hasLesson = useAppState((state) => state.lesson !== undefined);
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
        label="Lesson, object, cycles"
        chosen={tab}
        onChoose={(chosen) => actions.change({ kind: "inspector-tab-chosen", tab: chosen })}
        tabs={[
          ...(hasLesson ? [{ id: "lesson", title: "Lesson" } as const] : []),
          { id: "object", title: "Object" },
          { id: "cycles", title: "Cycles", count: alive, alarm },
        ]}
        end={drawer ? close : undefined}
      />
      <div className="tab-panel" role="tabpanel" tabIndex={0} aria-label={titles[tab]}>
        {tab === "object" ? <InspectedSelection /> : null}
        {tab === "cycles" ? <InspectedCycles run={run} /> : null}
        {tab === "lesson" ? <InspectedLesson platform={platform} /> : null}
      </div>
    </aside>
  );
}
