/** The Cycles tab: joins the list of cycles to the store. */
import type { ReactElement } from "react";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { CycleList } from "../panels/cycle-list";
import { useActions, useAppState, useStore } from "../state/store";
import { cutToggled, isSameCut, plannedCuts } from "../state/what-if";

export function InspectedCycles({ run }: { readonly run: RunCommand }): ReactElement {
  const cycles = useAppState((state) => state.cycles);
  const selection = useAppState((state) => state.selection);
  const cuts = useAppState((state) => state.answers.cuts);
  const planned = useAppState(plannedCuts);
  const name = useAppState((state) => state.script?.name ?? "");
  const store = useStore();
  const actions = useActions();
  return (
    <CycleList
      cycles={cycles}
      cuts={cuts ?? new Map()}
      selection={selection}
      scriptName={name}
      isPlanned={(cut) => planned?.some((one) => isSameCut(one.cut, cut.cut)) ?? false}
      onSelect={actions.select}
      onPick={(id) => {
        actions.change({ kind: "picked", picked: { kind: "cycle", id } });
        run(commandById("go-to-cycle"));
      }}
      onLook={(ids) =>
        actions.change({ kind: "looked-at", ids: ids === undefined ? undefined : new Set(ids) })
      }
      onReveal={(line, file) => actions.change({ kind: "line-revealed", file, line })}
      onCut={(all) => {
        for (const cut of all) actions.change(cutToggled(store.get(), cut));
      }}
    />
  );
}
