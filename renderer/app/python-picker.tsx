/** Shows which Python runs the script and lets the person take another; the script is then run again. */
import { Menu } from "@base-ui/react/menu";
import { Check, ChevronDown } from "lucide-react";
import type { ReactElement } from "react";
import type { PythonInfo } from "../../electron/contract/session-events";
import type { RunCommand } from "../commands/use-commands";
import { commandById } from "../commands/registry";
import { useActions, useAppState } from "../state/store";

export function PythonPicker({ run }: { readonly run: RunCommand }): ReactElement {
  const pythons = useAppState((state) => state.pythons);
  const used = useAppState((state) => state.python);
  const actions = useActions();
  const shown = used ?? pythons[0];
  return (
    <Menu.Root onOpenChange={(open) => (open ? void actions.lookForPythons() : undefined)}>
      <Menu.Trigger className="btn python-button wide-only" title="The Python that runs the script">
        <span className="mono">
          {shown === undefined ? "No Python" : `Python ${shown.version}`}
        </span>
        <ChevronDown className="chevron" size={13} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu-popup" data-testid="python-menu">
            <PythonItems />
            {pythons.length === 0 ? null : <Menu.Separator className="menu-line" />}
            <Menu.Item className="menu-item" onClick={() => run(commandById("choose-python"))}>
              <span className="tick" />
              Choose interpreter…
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** One item for each Python that was found; also in the Run menu of a window too narrow for the button. */
export function PythonItems(): ReactElement {
  const pythons = useAppState((state) => state.pythons);
  const used = useAppState((state) => state.python);
  const actions = useActions();
  return (
    <>
      {pythons.map((python) => (
        <Menu.Item
          key={python.path}
          className="menu-item"
          onClick={() => void actions.selectPython(python.path)}
        >
          <span className="tick">
            {python.path === used?.path ? <Check size={13} aria-label="in use" /> : null}
          </span>
          <PythonWords python={python} />
        </Menu.Item>
      ))}
    </>
  );
}

function PythonWords({ python }: { readonly python: PythonInfo }): ReactElement {
  return (
    <span title={python.path}>
      <span className="mono">Python {python.version}</span>{" "}
      <span className="menu-remark">{python.origin}</span>
    </span>
  );
}
