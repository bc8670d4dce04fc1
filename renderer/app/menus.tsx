/** The menus of the title bar, made from the command registry. macOS has its native menu instead. */
import { Menu } from "@base-ui/react/menu";
import { Menubar } from "@base-ui/react/menubar";
import { Check } from "lucide-react";
import { useEffect, type ReactElement } from "react";
import type { Command, MenuName } from "../commands/command";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import { menuGroups, menuNames } from "../commands/registry";
import { useCommand, type RunCommand } from "../commands/use-commands";
import { useActions } from "../state/store";
import { PythonItems } from "./python-picker";
import { useMediaQuery } from "./use-theme";

interface MenusProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function Menus(props: MenusProps): ReactElement {
  return (
    <Menubar className="menubar">
      {menuNames.map((name) => (
        <OneMenu key={name} name={name} {...props} />
      ))}
    </Menubar>
  );
}

function OneMenu({ name, run, platform }: MenusProps & { readonly name: MenuName }): ReactElement {
  return (
    <Menu.Root>
      <Menu.Trigger className="menubar-item">{name}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} alignOffset={-2} align="start">
          <Menu.Popup className="menu-popup">
            {menuGroups(name).map((group, index) => (
              <div key={group[0]?.id} role="group">
                {index === 0 ? null : <Menu.Separator className="menu-line" />}
                {group.map((command) => (
                  <CommandItem key={command.id} command={command} run={run} platform={platform} />
                ))}
              </div>
            ))}
            {name === "Run" ? <PythonsOfNarrowWindow /> : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Where the toolbar has no room for its button. */
function PythonsOfNarrowWindow(): ReactElement | null {
  const narrow = useMediaQuery("(width < 1200px)");
  const actions = useActions();
  useEffect(() => {
    if (narrow) void actions.lookForPythons();
  }, [narrow, actions]);
  if (!narrow) return null;
  return (
    <>
      <Menu.Separator className="menu-line" />
      <PythonItems />
    </>
  );
}

export function CommandItem({
  command,
  run,
  platform,
}: MenusProps & { readonly command: Command }): ReactElement {
  const { enabled, checked, title } = useCommand(command.id, run);
  const [keys] = command.keys;
  return (
    <Menu.Item className="menu-item" disabled={!enabled} onClick={() => run(command)}>
      <span className="tick">{checked ? <Check size={13} aria-label="on" /> : null}</span>
      {title}
      {keys === undefined ? null : <span className="keys">{keysForPeople(keys, platform)}</span>}
    </Menu.Item>
  );
}
