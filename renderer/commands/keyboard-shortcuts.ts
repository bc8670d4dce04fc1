/** From a key press to a command: which keys count where, and how they are written for people. */
import { matchKeybindingPress, parseKeybinding } from "tinykeys";
import type { Command } from "./command";

/** The command a key press asks for, or undefined. Plain keys do not count while somebody types. */
export function commandForKey(
  commands: readonly Command[],
  event: KeyboardEvent,
): Command | undefined {
  const target = event.target instanceof Element ? event.target : undefined;
  if (event.isComposing || target?.closest("dialog") != null) return undefined;
  const typing = target?.matches("input, textarea, select, [contenteditable=true]") ?? false;
  const onCanvas = target?.closest("[data-testid=graph]") != null;
  const onTimeline = target?.closest("[data-testid=timeline]") != null;
  return commands.find((command) => {
    const isThere = onCanvas || (command.onCanvas === "or-timeline" && onTimeline);
    if (command.onCanvas !== undefined && command.onCanvas !== false && !isThere) return false;
    return command.keys.some((keys) => matches(event, keys) && !(typing && belongsToText(keys)));
  });
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const [press] = parseKeybinding(keys);
  return press !== undefined && matchKeybindingPress(event, press);
}

/** Plain characters, and the few Ctrl keys that edit text. */
function belongsToText(keys: string): boolean {
  if (/^(Shift\+)?F\d+$/.test(keys)) return false;
  return !keys.includes("$mod") || /^\$mod\+(Shift\+)?[zy]$|^\$mod\+(Home|End)$/.test(keys);
}

/** `$mod+Shift+g` as `Ctrl+Shift+G`, or `⇧⌘G` on macOS. */
export function keysForPeople(keys: string, platform: string): string {
  const parts = keys.split("+").filter((part) => part !== "");
  if (keys.endsWith("+")) parts.push("+");
  const mac = platform === "darwin";
  const words = parts.map((part) => (mac ? macNames[part] : otherNames[part]) ?? upper(part));
  return words.join(mac ? "" : "+");
}

const upper = (part: string): string => (part.length === 1 ? part.toUpperCase() : part);
const punctuation = {
  Period: ".",
  Comma: ",",
  BracketLeft: "[",
  ArrowLeft: "←",
  ArrowRight: "→",
};
const otherNames: Readonly<Record<string, string>> = { $mod: "Ctrl", ...punctuation };
const macNames: Readonly<Record<string, string>> = {
  $mod: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  ...punctuation,
};
