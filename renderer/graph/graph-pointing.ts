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
  readonly output: {
    onSelect(node: NodeId | undefined, picked?: Picked): void;
    onSelectAlso(nodes: readonly NodeId[], adds: boolean): void;
    onExpand(node: NodeId): void;
    onOpen(node: NodeId): void;
  };
}

/** What a click, or a menu, is about. */
export type Target = "object" | "reference" | "cycle" | "background";

/** Keys held with a click. */
export interface HeldKeys {
  /** Shift or Ctrl. */
  readonly adds: boolean;
  readonly alt: boolean;
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

  tap(target: string | undefined, at: Point, held: HeldKeys): void {
    const view = this.context.view();
    const { output } = this.context;
    const id = this.thingAt(target, at);
    const node = id === undefined || view === undefined ? undefined : nodeBehind(id, view);
    if (node !== undefined && held.adds) output.onSelectAlso([node], true);
    else if (node !== undefined && held.alt) output.onOpen(node);
    else this.choose(id, at);
  }

  /** Selects what is there and says what it is. */
  target(at: Point): Target {
    return this.choose(this.thingAt(undefined, at), at);
  }

  /** A double click. */
  open(id: string): void {
    const view = this.context.view();
    const node = view === undefined ? undefined : nodeBehind(id, view);
    if (node !== undefined) this.context.output.onExpand(node);
  }

  /** Names stand for their objects. */
  box(ids: readonly string[], adds: boolean): void {
    const view = this.context.view();
    if (view === undefined) return;
    const nodes = new Set(ids.flatMap((id) => nodeBehind(id, view) ?? []));
    this.context.output.onSelectAlso([...nodes], adds);
  }

  /** Cards and tags are on top; then the words on hulls, then lines and their labels. */
  private choose(id: string | undefined, at: Point): Target {
    const view = this.context.view();
    if (view === undefined) return "background";
    const found = id === undefined ? this.beneath(at) : undefined;
    const picked = found === undefined ? undefined : pickedFrom(view, found);
    this.pick(picked?.id);
    const node = id === undefined ? undefined : nodeBehind(id, view);
    if (picked === undefined) this.context.output.onSelect(node);
    else this.context.output.onSelect(undefined, picked);
    if (picked !== undefined) return picked.kind === "edge" ? "reference" : "cycle";
    return node === undefined ? "background" : "object";
  }

  private thingAt(target: string | undefined, at: Point): string | undefined {
    return target ?? nodeAt(this.context.scene()?.rects ?? new Map(), at);
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
