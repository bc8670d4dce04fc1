/** The sheet of keyboard shortcuts and the About box. */
import { useEffect, useState, type ReactElement } from "react";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { commands, menuNames } from "../commands/registry";
import { useActions } from "../state/store";
import { Modal } from "../widgets/modal";
import { Logo } from "./logo";

/** What the canvas itself does with keys and the mouse. */
const movements: readonly (readonly [string, string])[] = [
  ["→ ←", "Follow a reference, back to its holder"],
  ["↑ ↓", "The one above, the one below"],
  ["Enter", "Select; open a pill or a group"],
  ["Shift+Enter", "Add to what is selected"],
  ["Ctrl+arrows", "Move the object"],
  ["Alt+arrows", "Move the picture"],
  ["Shift+F10", "The object's menu"],
  ["Shift+drag", "Select what is in a box"],
  ["Double click", "Expand an object, open a group"],
  ["Alt+click", "Show all references of a stub"],
];

export function ShortcutSheet({ platform }: { readonly platform: string }): ReactElement {
  const actions = useActions();
  return (
    <Modal
      label="Keyboard shortcuts"
      className="shortcuts"
      onClose={() => actions.change({ kind: "dialog-changed", dialog: "none" })}
    >
      <div className="modal-body">
        <h2>Keyboard shortcuts</h2>
        <div className="shortcut-columns">
          {menuNames.map((menu) => {
            const shown = commands.filter(
              (command) => command.menu?.name === menu && command.keys.length > 0,
            );
            return shown.length === 0 ? null : (
              <section key={menu}>
                <h3>
                  {menu}
                  {menu === "Graph" ? <small> while the graph has the focus</small> : null}
                </h3>
                {shown.map((command) => (
                  <div key={command.id}>
                    <span>{command.title}</span>
                    <span className="kbd">{keysForPeople(command.keys[0] ?? "", platform)}</span>
                  </div>
                ))}
              </section>
            );
          })}
          <section>
            <h3>Moving in the graph</h3>
            {movements.map(([keys, title]) => (
              <div key={keys}>
                <span>{title}</span>
                <span className="kbd">{keys}</span>
              </div>
            ))}
          </section>
        </div>
      </div>
    </Modal>
  );
}

export function AboutBox(): ReactElement {
  const actions = useActions();
  const [versions, setVersions] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    void actions.aboutVersions().then(setVersions);
  }, [actions]);
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  return (
    <Modal label="About Ouroscope" className="about" onClose={close}>
      <div className="modal-body">
        <Logo size={44} />
        <h2>Ouroscope</h2>
        <p>Shows what a Python program keeps in memory, step by step.</p>
        <dl>
          {Object.entries(versions).map(([name, version]) => [
            <dt key={`${name}-name`}>{name}</dt>,
            <dd key={`${name}-version`} className="mono">
              {version}
            </dd>,
          ])}
        </dl>
        <button type="button" className="btn" onClick={close}>
          Close
        </button>
      </div>
    </Modal>
  );
}
