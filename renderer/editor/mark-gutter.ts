/** The narrow gutter beside the line numbers: the arrow, the cross, and breakpoints, which a click sets and takes away. */
import { type Extension } from "@codemirror/state";
import { GutterMarker, gutter, type EditorView } from "@codemirror/view";
import { marksField, type LineBreakpoint, type LineMarks } from "./line-marks";

/** A click beside a line. */
export function markGutter(onClick: (line: number) => void): Extension {
  return gutter({
    class: "cm-mark-gutter",
    renderEmptyElements: true,
    lineMarker: (view, block) => {
      const line = view.state.doc.lineAt(block.from).number;
      return block.from === view.state.doc.line(line).from
        ? markerOf(view.state.field(marksField), line)
        : null;
    },
    lineMarkerChange: (update) =>
      update.startState.field(marksField) !== update.state.field(marksField),
    initialSpacer: () => new LineMarker("next", undefined),
    domEventHandlers: {
      mousedown(view, block, event) {
        if (!isPlainClick(event)) return false;
        onClick(lineNumber(view, block.from));
        return true;
      },
    },
  });
}

export const lineNumber = (view: EditorView, position: number): number =>
  view.state.doc.lineAt(position).number;

export const isPlainClick = (event: Event): boolean =>
  event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;

type Standing = "next" | "failed" | "none";

function markerOf(marks: LineMarks, line: number): LineMarker | null {
  const breakpoint = marks.breakpoints.find((one) => one.line === line);
  const standing = line === marks.failed?.line ? "failed" : line === marks.next ? "next" : "none";
  return standing === "none" && breakpoint === undefined
    ? null
    : new LineMarker(standing, breakpoint);
}

class LineMarker extends GutterMarker {
  private readonly standing: Standing;
  private readonly breakpoint: LineBreakpoint | undefined;

  constructor(standing: Standing, breakpoint: LineBreakpoint | undefined) {
    super();
    this.standing = standing;
    this.breakpoint = breakpoint;
  }

  override eq(other: LineMarker): boolean {
    return (
      other.standing === this.standing &&
      other.breakpoint?.enabled === this.breakpoint?.enabled &&
      other.breakpoint?.condition === this.breakpoint?.condition
    );
  }

  override toDOM(): HTMLElement {
    const box = document.createElement("span");
    const words = [
      ...(this.breakpoint === undefined ? [] : [breakpointWords(this.breakpoint)]),
      ...standingWords[this.standing],
    ].join(". ");
    box.className = "line-mark";
    box.title = words;
    // The paths are constants of this file; the words are set as an attribute.
    box.innerHTML = `<svg width="15" height="15" viewBox="0 0 14 14" role="img">${this.drawing()}</svg>`;
    box.firstElementChild?.setAttribute("aria-label", words);
    return box;
  }

  private drawing(): string {
    const isUnder = this.standing !== "none";
    const dot =
      this.breakpoint === undefined ? "" : breakpointDrawing(this.breakpoint, isUnder ? 6.5 : 5);
    return `${dot}${drawings[this.standing]}`;
  }
}

const standingWords: Readonly<Record<Standing, readonly string[]>> = {
  next: ["The next line to run"],
  failed: ["The script stopped here"],
  none: [],
};

const drawings: Readonly<Record<Standing, string>> = {
  next: '<path class="line-arrow" d="M2 4.2h4.8V1.6L12.6 7 6.8 12.4V9.8H2z"/>',
  failed: '<path class="line-cross" d="M3.2 3.2 10.8 10.8M10.8 3.2 3.2 10.8"/>',
  none: "",
};

function breakpointDrawing({ enabled, condition }: LineBreakpoint, radius: number): string {
  const dot = `<circle class="${enabled ? "breakpoint" : "breakpoint off"}" cx="7" cy="7" r="${enabled ? radius : radius - 0.7}"/>`;
  if (condition === "") return dot;
  return `${dot}<path class="${enabled ? "breakpoint-sign" : "breakpoint-sign off"}" d="M4.8 5.8h4.4M4.8 8.2h4.4"/>`;
}

export function breakpointWords({ enabled, condition }: LineBreakpoint): string {
  const when = condition === "" ? "" : ` when ${condition}`;
  return `Breakpoint${when}${enabled ? "" : ", off"}`;
}
