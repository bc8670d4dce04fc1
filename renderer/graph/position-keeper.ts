/** Owns where everything stands: lays out what is new, keeps what was dragged, undoes moves. Positions outlive views. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { layoutUnion, type Positions } from "./graph-layout";
import {
  createLayoutRunner,
  type LayoutProcess,
  type LayoutProcessEvents,
  type LayoutRunner,
} from "./layout-runner";
import type { LayoutAnswer } from "./layout-worker";

export interface KeeperEvents {
  /** `arranged`: by a person's wish, or undone again; worth watching. */
  onChange(kind: "placed" | "moved" | "arranged"): void;
  /** Whether anything now stands where a person put it. */
  onMoved(moved: boolean): void;
  /** There is one more thing to undo. */
  onEdit(kind: "moved" | "arranged"): void;
  /** A layout that takes its time began, or is over. */
  onBusy?(busy: boolean): void;
}

interface Move {
  readonly before: ReadonlyMap<string, Point>;
  readonly after: ReadonlyMap<string, Point>;
  /** Everything was arranged anew; else something was dragged. */
  readonly arranged: boolean;
}

/** Up to here the layout takes a few milliseconds, less than a worker's round trip. */
const LAYOUT_AT_ONCE = 150;
/** A run that ends sooner gets one layout of everything; nobody has learnt yet where things stand. */
const SHORT_RUN_MS = 20_000;
/** The last of the union may arrive a little after the word that the run has ended. */
const LAST_UNION_MS = 3000;

export class PositionKeeper {
  private readonly events: KeeperEvents;
  private places: Map<string, Point> = new Map();
  private union: UnionGraph | undefined;
  private settled = false;
  private frozen = false;
  private startedAt = 0;
  private settledAt = 0;
  /** Until then something new is a reason to arrange everything. */
  private arrangesUntil = 0;
  private readonly now: () => number;
  private readonly runner: LayoutRunner;
  private readonly done: Move[] = [];
  private readonly undone: Move[] = [];

  constructor(events: KeeperEvents, now: () => number = () => performance.now()) {
    this.now = now;
    this.events = events;
    this.runner = createLayoutRunner(startWorker);
  }

  /** From now on nothing is arranged anew by itself: a person has asked for something and looks at it. */
  freeze(): void {
    this.frozen = true;
  }

  isFrozen(): boolean {
    return this.frozen;
  }

  positions(): Positions {
    return this.places;
  }

  update(union: UnionGraph, settled: boolean): void {
    if (union === this.union && settled === this.settled) return;
    const fresh = this.union === undefined || union.version < this.union.version;
    if (fresh) this.reset();
    this.union = union;
    if (settled && !this.settled) this.settledAt = this.now();
    this.settled ||= settled;
    const asked = this.now() < this.arrangesUntil;
    if (asked && union.nodes.some(({ id }) => !this.places.has(id))) {
      this.arrangesUntil = 0;
      this.layOut(new Map(), "arranged");
      return;
    }
    this.layOut(fresh || this.mayArrange() ? new Map() : this.places);
  }

  /** While dragging: not yet in the history. */
  drag(places: ReadonlyMap<string, Point>): void {
    for (const [id, place] of places) this.places.set(id, place);
    this.events.onChange("moved");
  }

  /** Ends a drag or a move by key: one undo takes it back. */
  commit(before: ReadonlyMap<string, Point>): void {
    const after = new Map([...before.keys()].flatMap((id) => entry(id, this.places.get(id))));
    const same = [...before].every(
      ([id, place]) => after.get(id)?.x === place.x && after.get(id)?.y === place.y,
    );
    if (same) return;
    this.remember({ before, after, arranged: false });
  }

  /** One move by command or key, undone like a drag. */
  move(id: string, to: Point): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.drag(new Map([[id, to]]));
    this.commit(new Map([[id, place]]));
  }

  undo(): void {
    const move = this.done.pop();
    if (move === undefined) return;
    this.undone.push(move);
    this.apply(move.before, move.arranged);
  }

  redo(): void {
    const move = this.undone.pop();
    if (move === undefined) return;
    this.done.push(move);
    this.apply(move.after, move.arranged);
  }

  /** Lays out everything anew; one undo brings the old places back. */
  arrangeAgain(): void {
    this.layOut(new Map(), "arranged");
  }

  /** The same as soon as what was just asked for is there, if it is new. */
  arrangeWithNext(): void {
    this.arrangesUntil = this.now() + LAST_UNION_MS;
  }

  /** For the window's own undo: where everything stands, and back there. */
  snapshot(): Positions {
    return new Map(this.places);
  }

  restore(places: Positions): void {
    this.apply(places, true);
  }

  dispose(): void {
    this.runner.stop();
  }

  private remember(move: Move): void {
    this.done.push(move);
    this.undone.length = 0;
    this.events.onMoved(this.isMoved());
    this.events.onEdit(move.arranged ? "arranged" : "moved");
  }

  /** Whether anything was dragged since everything was last arranged. */
  private isMoved(): boolean {
    return this.done.length > 0 && this.done.at(-1)?.arranged === false;
  }

  private mayArrange(): boolean {
    const short = this.settledAt - this.startedAt < SHORT_RUN_MS;
    const justEnded = this.settled && this.now() - this.settledAt < LAST_UNION_MS;
    return justEnded && short && this.done.length === 0 && !this.frozen;
  }

  private reset(): void {
    this.startedAt = this.now();
    this.settled = false;
    this.frozen = false;
    this.places = new Map();
    this.done.length = 0;
    this.undone.length = 0;
  }

  private apply(places: ReadonlyMap<string, Point>, arranged: boolean): void {
    for (const [id, place] of places) this.places.set(id, place);
    this.events.onChange(arranged ? "arranged" : "moved");
    this.events.onMoved(this.isMoved());
  }

  private layOut(fixed: Positions, why: "placed" | "arranged" = "placed"): void {
    if (this.union === undefined) return;
    const news = this.union.nodes.filter((node) => !fixed.has(node.id)).length;
    if (news <= LAYOUT_AT_ONCE || typeof Worker === "undefined") {
      this.runner.stop();
      this.take(layoutUnion(this.union, fixed), why);
      return;
    }
    this.events.onBusy?.(true);
    this.runner.ask({ union: this.union, fixed }, (positions) => this.take(positions, why));
  }

  /** What was dragged while the layout ran stays where it was dropped. */
  private take(placed: Positions, why: "placed" | "arranged"): void {
    const before = this.places;
    const next = new Map(placed);
    if (why === "placed") {
      for (const move of this.done) {
        for (const id of move.after.keys()) {
          const place = before.get(id);
          if (place !== undefined) next.set(id, place);
        }
      }
    }
    this.places = next;
    this.events.onBusy?.(false);
    this.events.onChange(why);
    if (why === "arranged") this.remember({ before, after: next, arranged: true });
  }
}

function entry(id: string, place: Point | undefined): [string, Point][] {
  return place === undefined ? [] : [[id, place]];
}

function startWorker({ onAnswer, onCrash }: LayoutProcessEvents): LayoutProcess {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<LayoutAnswer>) => onAnswer(event.data));
  worker.addEventListener("error", onCrash);
  return {
    post: (question) => worker.postMessage(question),
    kill: () => worker.terminate(),
  };
}
