// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { initialState } from "../state/app-state";
import { contextMenu } from "./context-menus";
import { commandForKey, keysForPeople } from "./keyboard-shortcuts";
import { commandById, commands, menuGroups } from "./registry";

function press(
  key: string,
  options: KeyboardEventInit = {},
  target: HTMLElement = document.body,
): string | undefined {
  document.body.append(...(target === document.body ? [] : [target]));
  const event = new KeyboardEvent("keydown", { key, code: codeOf(key), bubbles: true, ...options });
  target.dispatchEvent(event);
  return commandForKey(commands, event)?.id;
}

const codeOf = (key: string): string => (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key);

describe("the registry", () => {
  test("gives every key to one command only", () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(keys.length).toBe(new Set(keys).size);
    const ids = commands.map((command) => command.id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test("puts every command of a menu into a group", () => {
    const inRun = menuGroups("Run").flat();
    expect(inRun.map((command) => command.id)).toContain("step-over");
    expect(inRun.length).toBe(commands.filter((command) => command.menu?.name === "Run").length);
  });

  test("travel is off where there is nothing to travel to", () => {
    expect(commandById("step-back").enabled(initialState)).toBe(false);
    expect(commandById("step-over").enabled(initialState)).toBe(false);
    expect(commandById("open").enabled(initialState)).toBe(true);
  });
});

describe("key presses", () => {
  test("find their command", () => {
    expect(press("F10")).toBe("step-over");
    expect(press("F11", { shiftKey: true })).toBe("step-out");
    expect(press(",", { code: "Comma" })).toBe("step-back");
    expect(press("<", { code: "Comma", shiftKey: true })).toBe("previous-event");
    expect(press("G", { ctrlKey: true, shiftKey: true })).toBe("collect");
    expect(press("g", { ctrlKey: true })).toBe("go-to-step");
  });

  test("plain characters belong to whoever types", () => {
    const input = document.createElement("input");
    expect(press(",", { code: "Comma" }, input)).toBeUndefined();
    expect(press("z", { ctrlKey: true }, input)).toBeUndefined();
    expect(press("F10", {}, input)).toBe("step-over");
    expect(press("k", { ctrlKey: true }, input)).toBe("palette");
  });

  test("canvas keys count on the canvas only", () => {
    const canvas = document.createElement("div");
    canvas.dataset["testid"] = "graph";
    expect(press("0")).toBeUndefined();
    expect(press("0", {}, canvas)).toBe("fit");
  });

  test("are written as each system writes them", () => {
    expect(keysForPeople("$mod+Shift+g", "linux")).toBe("Ctrl+Shift+G");
    expect(keysForPeople("$mod+Shift+g", "darwin")).toBe("⌘⇧G");
    expect(keysForPeople("Shift+Period", "linux")).toBe("Shift+.");
  });
});

test("every context menu is made of commands that exist, none twice", () => {
  for (const target of ["object", "reference", "cycle", "background"] as const) {
    const ids = contextMenu(target)
      .flat()
      .map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids).toContain("export");
  }
});
