/** What is selected, in words: one object, several together, or a reference. Joins the panels of the inspector to the store. */
import { useMemo, type ReactElement } from "react";
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { AlivePath } from "../panels/alive-path";
import { GroupInspector } from "../panels/group-inspector";
import { ObjectInspector } from "../panels/object-inspector";
import { ReferenceInspector } from "../panels/reference-inspector";
import type { ReferenceActions } from "../panels/reference-rows";
import { SelectionSum } from "../panels/selection-sum";
import type { AppState } from "../state/app-state";
import { allSelected } from "../state/graph-selection";
import { wishedWay } from "../state/inspection-loader";
import { currentStep, drawnKind } from "../state/selectors";
import { expand, openHub } from "../state/shape-wishes";
import { entryOfStepText } from "../state/step-travel";
import { useActions, useAppState, useStore, type Store } from "../state/store";
import type { UserActions } from "../state/user-actions";
import {
  cutOfEdge,
  cutToggled,
  isSameCut,
  plannedCuts,
  whatBecomesOfSelection,
} from "../state/what-if";

export function InspectedSelection(): ReactElement {
  const picked = useAppState((state) => state.picked);
  const several = useAppState((state) => state.alsoSelected.length > 0);
  const group = useAppState(selectedGroup);
  if (picked?.kind === "edge") return <SelectedReference id={picked.id} />;
  if (several) return <SelectedObjects />;
  return group === undefined ? <SelectedObject /> : <SelectedGroup node={group} />;
}

function SelectedGroup({ node }: { readonly node: ViewNode }): ReactElement | null {
  const store = useStore();
  const actions = useActions();
  if (node.group === undefined) return null;
  return (
    <GroupInspector
      node={node}
      group={node.group}
      onOpen={() => {
        const shape = expand(store.get().shape, node.id);
        actions.change({ kind: "shape-changed", text: `expand ${node.key}`, shape });
      }}
    />
  );
}

function SelectedObject(): ReactElement {
  const detail = useAppState((state) => state.detail?.value);
  const selected = useAppState((state) => state.selection !== undefined);
  const kind = useAppState(drawnKind);
  const name = useAppState((state) => state.script?.name ?? "");
  const step = useAppState((state) => currentStep(state)?.step ?? 0);
  const nodes = useAppState((state) => state.picture?.view.nodes);
  const cuts = useAppState(plannedCuts);
  const wouldBe = useAppState(whatBecomesOfSelection);
  const store = useStore();
  const actions = useActions();
  const references = useMemo(() => referenceActions(store, actions), [store, actions]);
  return (
    <ObjectInspector
      {...references}
      key={detail?.id}
      typeOf={(id) => nodes?.find((node) => node.id === id)?.typeName}
      detail={detail}
      kind={kind}
      selected={selected}
      scriptName={name}
      step={step}
      isCut={({ cut }) => cuts?.some((planned) => isSameCut(planned.cut, cut)) ?? false}
      onReveal={(line, file) => actions.change({ kind: "line-revealed", file, line })}
      onTravel={(to) => actions.travel(entryOfStepText(store.get().steps, String(to)), "jump")}
      wouldBe={wouldBe}
      path={<SelectedPath />}
    />
  );
}

function referenceActions(store: Store, actions: UserActions): Omit<ReferenceActions, "isCut"> {
  return {
    onSelect: actions.select,
    onLook: (ids) =>
      actions.change({ kind: "looked-at", ids: ids === undefined ? undefined : new Set(ids) }),
    onOpenHub: (node) => {
      const shape = openHub(store.get().shape, node);
      actions.change({ kind: "shape-changed", text: "Open a stub", shape });
    },
    onCut: (cut) => actions.change(cutToggled(store.get(), cut)),
  };
}

function SelectedPath(): ReactElement | null {
  const selection = useAppState((state) => state.selection);
  const way = useAppState((state) => state.way);
  const answer = useAppState((state) => state.answers.way);
  const store = useStore();
  const actions = useActions();
  const wish = useMemo(
    () => (selection === undefined ? undefined : wishedWay({ selection, way })),
    [selection, way],
  );
  if (wish === undefined) return null;
  return (
    <AlivePath
      {...referenceActions(store, actions)}
      wish={wish}
      answer={answer?.node === selection ? answer?.value : undefined}
      onWish={(wished) => actions.change({ kind: "way-wished", way: wished })}
    />
  );
}

function SelectedReference({ id }: { readonly id: string }): ReactElement | null {
  const facts = useAppState((state) =>
    state.answers.edge?.id === id ? state.answers.edge.value : undefined,
  );
  const name = useAppState((state) => state.script?.name ?? "");
  const view = useAppState((state) => state.picture?.view);
  const cuts = useAppState(plannedCuts);
  const store = useStore();
  const actions = useActions();
  if (facts === undefined || view === undefined)
    return <p className="insp-hint insp">This reference is gone.</p>;
  const cut = cutOfEdge(view, id);
  return (
    <ReferenceInspector
      facts={facts}
      scriptName={name}
      isCut={cuts?.some((one) => cut !== undefined && isSameCut(one.cut, cut.cut)) ?? false}
      onSelect={actions.select}
      onReveal={(line, file) => actions.change({ kind: "line-revealed", file, line })}
      onTravel={(to) => actions.travel(entryOfStepText(store.get().steps, String(to)), "jump")}
      onCut={() => {
        if (cut !== undefined) actions.change(cutToggled(store.get(), cut));
      }}
    />
  );
}

function SelectedObjects(): ReactElement {
  const nodes = useAppState((state) => state.picture?.view.nodes);
  const selection = useAppState((state) => state.selection);
  const alsoSelected = useAppState((state) => state.alsoSelected);
  const actions = useActions();
  const chosen = useMemo(() => {
    const ids = new Set(allSelected({ selection, alsoSelected }));
    return (nodes ?? []).filter((node) => ids.has(node.id));
  }, [nodes, selection, alsoSelected]);
  return <SelectionSum nodes={chosen} onSelect={actions.select} />;
}

/** What stands for many objects. */
function selectedGroup({ picture, selection }: AppState): ViewNode | undefined {
  const node = picture?.view.nodes.find(({ id }) => id === selection);
  return node?.group === undefined ? undefined : node;
}
