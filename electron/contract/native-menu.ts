/** The menu bar as the page describes it for systems that have one of their own (macOS): the page's commands are the one list. */
export interface NativeMenu {
  readonly name: string;
  /** With a line between groups. */
  readonly groups: readonly (readonly NativeMenuItem[])[];
}

export interface NativeMenuItem {
  /** Of the command it invokes. */
  readonly id: string;
  readonly title: string;
  /** As the page writes keys: `$mod+Shift+g`; absent: none. */
  readonly keys?: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}
