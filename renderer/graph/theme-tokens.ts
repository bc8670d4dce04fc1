/** The colours of the drawing (experience.md 4.2) for screen light, screen dark and grey printing; the window's own panels use theme.css. */
import type { NodeKind } from "../../electron/contract/subgraph-view";

export type ThemeName = "light" | "dark" | "print";

export interface KindColors {
  readonly fill: string;
  readonly border: string;
}

export interface ThemeTokens {
  readonly name: ThemeName;
  readonly canvas: string;
  readonly panel: string;
  readonly line: string;
  readonly dots: string;
  readonly text: string;
  readonly muted: string;
  /** Strokes only, never text. */
  readonly faint: string;
  readonly edge: string;
  readonly accent: string;
  readonly alarm: string;
  readonly alarmText: string;
  readonly alarmFill: string;
  /** The dashes around what is unreachable. */
  readonly alarmLine: { readonly width: number; readonly dash: readonly number[] };
  /** Width of a card's border. */
  readonly border: number;
  /** Behind the collector's copy of a count. */
  readonly scratch: string;
  /** What a lecturer marks objects with; none of them means anything else. */
  readonly rings: readonly string[];
  readonly hatch: { readonly color: string; readonly opacity: number };
  readonly nameTag: { readonly fill: string; readonly text: string };
  readonly string: string;
  readonly constant: string;
  readonly kinds: Readonly<Record<NodeKind, KindColors>>;
}

type Families = Readonly<
  Record<"instance" | "dict" | "sequence" | "code" | "type" | "other", KindColors>
>;

export function themeTokens(name: ThemeName): ThemeTokens {
  switch (name) {
    case "light":
      return LIGHT;
    case "dark":
      return DARK;
    case "print":
      return PRINT;
  }
}

function kindColors(families: Families): Readonly<Record<NodeKind, KindColors>> {
  return {
    instance: families.instance,
    dict: families.dict,
    list: families.sequence,
    tuple: families.sequence,
    set: families.sequence,
    class: families.type,
    module: families.type,
    function: families.code,
    generator: families.code,
    scalar: families.other,
    other: families.other,
  };
}

const LIGHT: ThemeTokens = {
  name: "light",
  canvas: "#FFFFFF",
  panel: "#F6F7F9",
  line: "#DDE2E8",
  dots: "#EBEEF2",
  text: "#1B2128",
  muted: "#59636E",
  faint: "#8A94A0",
  edge: "#8A94A0",
  accent: "#0B57D0",
  alarm: "#D9480F",
  alarmText: "#B23A08",
  alarmFill: "#FDEFE8",
  alarmLine: { width: 2.2, dash: [6, 4] },
  border: 2,
  scratch: "#FFF3D6",
  rings: ["#C2187A", "#00796B", "#6B4FD8"],
  hatch: { color: "#D9480F", opacity: 0.15 },
  nameTag: { fill: "#28313B", text: "#FFFFFF" },
  string: "#0A6640",
  constant: "#6F3BCF",
  kinds: kindColors({
    instance: { fill: "#E6EEFC", border: "#3C6CC8" },
    dict: { fill: "#EEE7FA", border: "#4C1D95" },
    sequence: { fill: "#DDF5EE", border: "#0B9A82" },
    code: { fill: "#F7EFD2", border: "#5A4300" },
    type: { fill: "#EEF0F3", border: "#5B626D" },
    other: { fill: "#FFFFFF", border: "#7A8694" },
  }),
};

const DARK: ThemeTokens = {
  name: "dark",
  canvas: "#14181D",
  panel: "#1B2026",
  line: "#2E353E",
  dots: "#262C34",
  text: "#E6EAEF",
  muted: "#9DA8B5",
  faint: "#6C7886",
  edge: "#6C7886",
  accent: "#8AB4F8",
  alarm: "#F9753D",
  alarmText: "#FF9B6E",
  alarmFill: "#33201A",
  alarmLine: { width: 2.2, dash: [6, 4] },
  border: 2,
  scratch: "#352E17",
  rings: ["#FF8AC6", "#5AD8C4", "#B9A5FF"],
  hatch: { color: "#F9753D", opacity: 0.15 },
  nameTag: { fill: "#DCE3EA", text: "#14181D" },
  string: "#7FD1A6",
  constant: "#C8A6FF",
  kinds: kindColors({
    instance: { fill: "#16304F", border: "#5FB0FF" },
    dict: { fill: "#2E1F55", border: "#9A6BFF" },
    sequence: { fill: "#143B30", border: "#9FEBCB" },
    code: { fill: "#3A3210", border: "#F5E05A" },
    type: { fill: "#272D35", border: "#939EAA" },
    other: { fill: "#1C2229", border: "#8994A1" },
  }),
};

const INK: KindColors = { fill: "#FFFFFF", border: "#1B2128" };

/** Fills off and the alarm as black hatch: survives a grey printer. */
const PRINT: ThemeTokens = {
  ...LIGHT,
  name: "print",
  panel: "#FFFFFF",
  line: "#8A94A0",
  alarm: "#000000",
  alarmText: "#000000",
  alarmFill: "#FFFFFF",
  alarmLine: { width: 3, dash: [9, 5] },
  border: 1.5,
  scratch: "#FFFFFF",
  rings: ["#000000"],
  hatch: { color: "#000000", opacity: 0.4 },
  string: "#1B2128",
  constant: "#1B2128",
  kinds: kindColors({ instance: INK, dict: INK, sequence: INK, code: INK, type: INK, other: INK }),
};
