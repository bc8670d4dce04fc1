/** What a person can set; each change counts at once, is checked and stored by main, and shown as main answers it. */
import { useEffect, type ReactElement } from "react";
import { useActions, useAppState } from "../state/store";
import { Choice } from "../widgets/choice";
import { Modal } from "../widgets/modal";
import { NumberField } from "../widgets/number-field";
import "./settings-dialog.css";

export function SettingsDialog(): ReactElement {
  const actions = useActions();
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  return (
    <Modal label="Settings" className="settings" onClose={close}>
      <div className="modal-body">
        <h2>Settings</h2>
        <Looks />
        <Movement />
        <Running />
        <Telling />
        <div className="settings-end">
          <button type="button" className="btn" onClick={close}>
            Close
          </button>
        </div>
      </div>
    </Modal>
  );
}

function Looks(): ReactElement {
  const { theme, interfaceZoom, wheel } = useAppState((state) => state.settings);
  const { changeSettings } = useActions();
  return (
    <section aria-labelledby="settings-looks">
      <h3 id="settings-looks">Looks</h3>
      <Choice
        legend="Theme"
        chosen={theme}
        choices={[
          { value: "system", title: "System" },
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ]}
        onChoose={(value) => void changeSettings({ theme: value })}
      />
      <Choice
        legend="Size of everything"
        chosen={interfaceZoom}
        choices={[0.9, 1, 1.25, 1.5, 2].map((value) => ({ value, title: `${value * 100} %` }))}
        onChoose={(value) => void changeSettings({ interfaceZoom: value })}
      />
      <Choice
        legend="Mouse wheel over the graph"
        remark="With Ctrl it always zooms."
        chosen={wheel}
        choices={[
          { value: "zoom", title: "Zooms" },
          { value: "pan", title: "Moves" },
        ]}
        onChoose={(value) => void changeSettings({ wheel: value })}
      />
    </section>
  );
}

function Movement(): ReactElement {
  const { animationSpeed, ghostSteps } = useAppState((state) => state.settings);
  const { changeSettings } = useActions();
  return (
    <section aria-labelledby="settings-movement">
      <h3 id="settings-movement">Movement</h3>
      <Choice
        legend="Animations"
        chosen={animationSpeed}
        choices={[
          { value: 0, title: "Off" },
          { value: 0.5, title: "0.5×" },
          { value: 1, title: "1×" },
          { value: 2, title: "2×" },
        ]}
        onChoose={(value) => void changeSettings({ animationSpeed: value })}
      />
      <Choice
        legend="Freed objects stay drawn"
        remark="As dotted outlines; pinned ones always stay."
        chosen={ghostSteps}
        choices={[
          { value: 0, title: "Not at all" },
          { value: 1, title: "For one step" },
          { value: "all", title: "To the end" },
        ]}
        onChoose={(value) => void changeSettings({ ghostSteps: value })}
      />
    </section>
  );
}

function Running(): ReactElement {
  const { maxSteps, timeLimitSeconds } = useAppState((state) => state.settings);
  const { changeSettings } = useActions();
  return (
    <section aria-labelledby="settings-running">
      <h3 id="settings-running">Running a script</h3>
      <DefaultPython />
      <NumberField
        label="Ask after"
        unit="recorded steps"
        value={maxSteps}
        least={1}
        most={10_000_000}
        onChange={(value) => void changeSettings({ maxSteps: value })}
      />
      <NumberField
        label="Ask after"
        unit="seconds without a new step"
        value={timeLimitSeconds}
        least={1}
        most={86_400}
        onChange={(value) => void changeSettings({ timeLimitSeconds: value })}
      />
      <p className="choice-remark indented">Both count from the next run on.</p>
    </section>
  );
}

function DefaultPython(): ReactElement {
  const pythons = useAppState((state) => state.pythons);
  const used = useAppState((state) => state.python);
  const actions = useActions();
  useEffect(() => void actions.lookForPythons(), [actions]);
  const chosen = used ?? pythons[0];
  return (
    <div className="python-field">
      <label htmlFor="settings-python">Python</label>
      <select
        id="settings-python"
        value={chosen?.path ?? ""}
        onChange={(event) => void actions.selectPython(event.target.value)}
      >
        {pythons.length === 0 ? <option value="">No Python found</option> : null}
        {pythons.map(({ path, version, origin }) => (
          <option key={path} value={path}>
            {`Python ${version} (${origin})`}
          </option>
        ))}
      </select>
      <button type="button" className="btn" onClick={() => void actions.choosePython()}>
        Choose…
      </button>
    </div>
  );
}

function Telling(): ReactElement {
  const { announceLess, mutedInsights } = useAppState((state) => state.settings);
  const { changeSettings } = useActions();
  const muted = mutedInsights.length;
  return (
    <section aria-labelledby="settings-telling">
      <h3 id="settings-telling">Hints and announcements</h3>
      <label className="check">
        <input
          type="checkbox"
          checked={announceLess}
          onChange={(event) => void changeSettings({ announceLess: event.target.checked })}
        />
        Announce less: a screen reader hears the step and the trouble only
      </label>
      <div className="hidden-hints">
        <span>
          {muted === 0
            ? "No kind of hint is hidden."
            : `${muted} ${muted === 1 ? "kind of hint is" : "kinds of hint are"} hidden.`}
        </span>
        <button
          type="button"
          className="btn"
          disabled={muted === 0}
          onClick={() => void changeSettings({ mutedInsights: [] })}
        >
          Show all again
        </button>
      </div>
    </section>
  );
}
