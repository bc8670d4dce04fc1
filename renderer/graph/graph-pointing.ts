/** What a person points at, picks or looks for, and which part of the picture stays bright because of it. */
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { legendMembers, neighbourhood } from "./highlights";
import { edgeAt, hullLabelAt, nodeAt } from "./hit-test";
import type { LegendSymbol } from "./legend";
import { type Picked, pickedFrom } from "./picked";
import { createPointerFocus, type PointerFocus } from "./pointer-focus";
import type { BuiltScene } from "./scene-builder";

export interface PointingContext {
  scene(): BuiltScene | undefined;
  view(): SubgraphView | undefined;
  /** What a search found. */
  found(): ReadonlySet<string> | undefined;
  zoom(): number;
  onChange(): void;
  onSelect(node: NodeId | undefined, picked?: Picked): void;
}

/** How near to a line the pointer has to be, in pixels of the screen. */
const TOLERANCE = 7;

export class GraphPointing {
  private readonly context: PointingContext;
  private readonly pointer: PointerFocus;
  private pickedId: string | undefined;
  private legend: LegendSymbol | undefined;

  constructor(context: PointingContext) {
    this.context = context;
    this.pointer = createPointerFocus(() => context.onChange());
  }

  hovered(): string | undefined {
    return this.pointer.current();
  }

  picked(): string | undefined {
    return this.pickedId;
  }

  /** An edge or a cycle, as if it had been clicked; undefined: none. */
  pick(id: string | undefined): void {
    if (this.pickedId === id) return;
    this.pickedId = id;
    this.context.onChange();
  }

  lookFor(symbol: LegendSymbol | undefined): void {
    this.legend = symbol;
    this.context.onChange();
  }

  /** Cards and tags are on top; then the words on hulls, then lines and their labels. */
  tap(target: string | undefined, at: Point): void {
    const view = this.context.view();
    if (view === undefined) return;
    const id = target ?? nodeAt(this.context.scene()?.rects ?? new Map(), at);
    const found = id === undefined ? this.beneath(at) : undefined;
    const picked = found === undefined ? undefined : pickedFrom(view, found);
    this.pick(picked?.id);
    if (picked === undefined)
      this.context.onSelect(id === undefined ? undefined : nodeBehind(id, view));
    else this.context.onSelect(undefined, picked);
  }

  /** Whether there is anything to click. */
  moveTo(id: string | undefined, at: Point | undefined): boolean {
    const found = id ?? (at === undefined ? undefined : this.beneath(at));
    this.pointer.moveTo(found);
    return found !== undefined;
  }

  /** Undefined: everything is. */
  bright(): ReadonlySet<string> | undefined {
    const view = this.context.view();
    if (view === undefined) return undefined;
    if (this.legend !== undefined) return legendMembers(view, this.legend);
    const hovered = this.pointer.current();
    return hovered === undefined ? this.context.found() : neighbourhood(view, hovered);
  }

  dispose(): void {
    this.pointer.dispose();
  }

  private beneath(at: Point): string | undefined {
    const scene = this.context.scene();
    if (scene === undefined) return undefined;
    const label = hullLabelAt(scene.parts, at);
    return label ?? edgeAt(scene, at, TOLERANCE / this.context.zoom());
  }
}

/** A tag stands for the object it names. */
function nodeBehind(id: string, view: SubgraphView): NodeId | undefined {
  const name = view.names.find((one) => one.id === id);
  return name === undefined ? id : name.target;
}
