/** The bottom line: what the program is doing, where the person looks, and how big things are. */
import type { ReactElement } from "react";
import { collectorWords, currentStep } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { exactnessWords } from "./exactness-words";
import { bytesInWords } from "../widgets/bytes-in-words";
import { statusWords } from "../state/status-words";

const nextSpeed = { 0: 0.5, 0.5: 1, 1: 2, 2: 0 } as const;

export function StatusBar(): ReactElement {
  const tone = useAppState((state) => statusWords(state).tone);
  const words = useAppState((state) => statusWords(state).state);
  const place = useAppState((state) => statusWords(state).place);
  const tracked = useAppState((state) => currentStep(state)?.trackedTotal);
  const collector = useAppState(collectorWords);
  const recorded = useAppState((state) => state.recordedBytes);
  const speed = useAppState((state) => state.settings.animationSpeed);
  const actions = useActions();
  return (
    <footer className="status" data-testid="status">
      <span className="state">
        <span className={`dot ${tone}`} />
        {words}
      </span>
      {place === "" ? null : <span>{place}</span>}
      {collector === undefined ? null : <span>Cycle collector: {collector}</span>}
      {tracked === undefined ? null : (
        <span className="wide-only">
          {tracked.toLocaleString("en-US")} objects tracked by the collector
        </span>
      )}
      <ExactnessNotes />
      <span className="push" />
      {recorded === 0 ? null : <span>Recording {bytesInWords(recorded)}</span>}
      <button
        type="button"
        className="wide-only"
        title="Speed of the animations"
        onClick={() => void actions.changeSettings({ animationSpeed: nextSpeed[speed] })}
      >
        {speed === 0 ? "Animations off" : `Animations ${speed}×`}
      </button>
    </footer>
  );
}

function ExactnessNotes(): ReactElement {
  const exactness = useAppState((state) => state.exactness);
  const version = useAppState((state) => state.python?.version ?? "");
  const notes = exactness === undefined ? [] : exactnessWords(exactness, version);
  return (
    <>
      {notes.map(({ short, long }) => (
        <span key={short} className="inexact" title={long} data-testid="inexact">
          {short}
          <span className="visually-hidden">. {long}</span>
        </span>
      ))}
    </>
  );
}
