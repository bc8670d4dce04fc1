/** What Ctrl+K offers for a text: `>` commands, `:` steps, `@` types, `#` ids, else everything. Pure; what the engine found is given. */
import type { SearchHit, SearchResult } from "../../electron/contract/object-search";
import type { Command } from "../commands/command";
import { keysForPeople } from "../commands/keyboard-shortcuts";
import type { AppState } from "../state/app-state";
import { stepCode, stepLabel } from "../state/selectors";

export interface PaletteHit {
  readonly id: string;
  readonly kind: "object" | "name" | "type" | "find" | "command" | "step";
  readonly text: string;
  readonly remark: string;
  /** What choosing it is about: a node, an entry, a type, a query or a command's id. */
  readonly value: string;
}

export interface PaletteQuery {
  readonly only: "commands" | "steps" | "objects" | "all";
  /** Without the prefix, as the person wrote it. */
  readonly text: string;
}

const mostHits = 60;
const mostSteps = 8;
const mostObjects = 30;

export function readPaletteText(text: string): PaletteQuery {
  const wanted = text.trim();
  if (wanted.startsWith(">")) return { only: "commands", text: wanted.slice(1).trim() };
  if (wanted.startsWith(":")) return { only: "steps", text: wanted.slice(1).trim() };
  const isFilter = /^[@#]|(^|\s)(type|is|from):|(^|\s)(refs|size)[<>=:]/.test(wanted);
  return { only: isFilter ? "objects" : "all", text: wanted };
}

export function paletteHits(
  query: PaletteQuery,
  state: AppState,
  given: {
    readonly found: SearchResult | undefined;
    readonly commands: readonly Command[];
    readonly platform: string;
  },
): readonly PaletteHit[] {
  const { only } = query;
  const wants = (what: PaletteQuery["only"]): boolean => only === "all" || only === what;
  return [
    ...(wants("objects") ? objectHits(query.text, given.found) : []),
    ...(only === "all" ? typeHits(query.text, given.found) : []),
    ...(wants("steps") ? stepHits(query.text, state, only === "steps") : []),
    ...(wants("commands") ? commandHits(query.text, state, given) : []),
  ].slice(0, mostHits);
}

function objectHits(text: string, found: SearchResult | undefined): readonly PaletteHit[] {
  if (found === undefined || found.total === 0) return [];
  const hits = found.hits.slice(0, mostObjects).map((hit): PaletteHit => ({
    id: `${hit.kind}-${hit.id}`,
    kind: hit.kind,
    text: hit.key,
    remark: objectRemark(hit),
    value: hit.id,
  }));
  const all: PaletteHit = {
    id: "find-all",
    kind: "find",
    text: `Show ${found.total === 1 ? "it" : `all ${found.total.toLocaleString("en-US")}`} in the graph`,
    remark: "Ctrl+F",
    value: text,
  };
  return [...hits, all];
}

function objectRemark({ kind, title, state, refcount }: SearchHit): string {
  const counted = refcount === undefined ? "" : `, refcount ${refcount}`;
  return kind === "name" ? `name, ${title}` : `${title}, ${state}${counted}`;
}

/** Types of what was found, where the type is what matches. */
function typeHits(text: string, found: SearchResult | undefined): readonly PaletteHit[] {
  const wanted = text.toLowerCase();
  const names = (found?.hits ?? []).map(({ typeName }) => typeName);
  return [...new Set(names)]
    .filter((typeName) => typeName.toLowerCase().includes(wanted))
    .slice(0, mostSteps)
    .map((typeName) => ({
      id: `type-${typeName}`,
      kind: "type",
      text: typeName,
      remark: "all of this type in the graph",
      value: typeName,
    }));
}

function stepHits(text: string, { steps }: AppState, listsAll: boolean): readonly PaletteHit[] {
  const wanted = text.toLowerCase();
  if (wanted === "" && !listsAll) return [];
  return steps
    .filter(
      (step) => stepLabel(step).startsWith(wanted) || step.code.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => Number(stepLabel(b) === wanted) - Number(stepLabel(a) === wanted))
    .slice(0, listsAll ? mostHits : mostSteps)
    .map((step) => ({
      id: `step-${step.entry}`,
      kind: "step",
      text: stepCode(step),
      remark: `step ${stepLabel(step)}`,
      value: String(step.entry),
    }));
}

function commandHits(
  text: string,
  state: AppState,
  { commands, platform }: { readonly commands: readonly Command[]; readonly platform: string },
): readonly PaletteHit[] {
  const wanted = text.toLowerCase().split(/\s+/);
  return commands
    .filter(({ id }) => id !== "palette")
    .filter((command) => command.enabled(state))
    .map((command) => ({ command, title: command.titleNow?.(state) ?? command.title }))
    .filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)))
    .map(({ command, title }) => ({
      id: `command-${command.id}`,
      kind: "command",
      text: title,
      remark: command.keys[0] === undefined ? "" : keysForPeople(command.keys[0], platform),
      value: command.id,
    }));
}
