/** Turns what a page sent as its menus into the contract's type, or throws. */
import type { NativeMenu, NativeMenuItem } from "../contract/native-menu";
import { refuse, textArgument } from "./request-guards";
import { isRecord } from "./stored-json";

export function menusArgument(value: unknown): readonly NativeMenu[] {
  return listOf(value, (menu) => {
    if (!isRecord(menu)) return refuse("a menu");
    const groups = listOf(menu["groups"], (group) => listOf(group, itemArgument));
    return { name: textArgument(menu["name"]), groups };
  });
}

function itemArgument(value: unknown): NativeMenuItem {
  if (!isRecord(value)) return refuse("an item of a menu");
  const { id, title, keys, enabled, checked } = value;
  if (typeof enabled !== "boolean" || typeof checked !== "boolean")
    return refuse("an item of a menu");
  return {
    id: textArgument(id),
    title: textArgument(title),
    ...(keys === undefined ? {} : { keys: textArgument(keys) }),
    enabled,
    checked,
  };
}

function listOf<Item>(value: unknown, read: (item: unknown) => Item): readonly Item[] {
  return Array.isArray(value) ? value.map(read) : refuse("a list");
}
