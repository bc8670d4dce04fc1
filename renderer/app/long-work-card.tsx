/** Tells of work that takes long: nothing at first, soon a thin bar, then a card with what is done, how far it is, and Cancel. */
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { useActions, useAppState, useStore } from "../state/store";
import { longWork } from "./long-work";
import "./long-work-card.css";

/** The thin bar's own delay is in the style sheet: 300 ms. */
const cardAfter = 2000;

export function LongWorkCard(): ReactElement | null {
  const key = useAppState((state) => longWork(state)?.key);
  if (key === undefined) return null;
  return (
    <>
      <div className="busy-bar" role="progressbar" aria-label="Working" />
      <Clocked key={key} />
    </>
  );
}

function Clocked(): ReactElement | null {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      setSeconds(Math.floor((performance.now() - started) / 1000));
      timer = setTimeout(tick, 1000);
    };
    timer = setTimeout(tick, cardAfter);
    return () => clearTimeout(timer);
  }, []);
  return seconds * 1000 < cardAfter ? null : <Card seconds={seconds} />;
}

function Card({ seconds }: { readonly seconds: number }): ReactElement {
  const phase = useAppState((state) => longWork(state)?.phase ?? "");
  const count = useAppState((state) => longWork(state)?.count ?? "");
  const canCancel = useAppState((state) => longWork(state)?.cancel !== undefined);
  const cancel = useCancel();
  useEffect(() => {
    if (!canCancel) return undefined;
    const press = (event: KeyboardEvent): void => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest("dialog") !== null;
      if (event.key !== "Escape" || event.defaultPrevented || isElsewhere) return;
      event.preventDefault();
      cancel();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [cancel, canCancel]);
  return (
    <section className="long-work" aria-label="Work in progress" data-testid="long-work">
      <b>{phase}</b>
      {count === "" ? null : <span>{count}</span>}
      <span className="elapsed">{seconds} s</span>
      {canCancel ? (
        <button type="button" className="btn" title="Cancel (Esc)" onClick={cancel}>
          Cancel
        </button>
      ) : null}
    </section>
  );
}

function useCancel(): () => void {
  const store = useStore();
  const actions = useActions();
  return useMemo(
    () => () => {
      const state = store.get();
      if (longWork(state)?.cancel === "stop") return void actions.stop();
      const shown = state.picture?.view.entry;
      if (shown === undefined) return;
      actions.travel(shown, "jump");
      actions.change({ kind: "toast-shown", text: "Cancelled. The last whole picture is kept." });
    },
    [store, actions],
  );
}
