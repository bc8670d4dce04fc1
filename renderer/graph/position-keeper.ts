/** Owns where everything stands: lays out what is new, keeps what was dragged, undoes moves. Positions outlive views. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { layoutUnion, type Positions } from "./graph-layout";
import type { LayoutAnswer, LayoutQuestion } from "./layout-worker";

export interface KeeperEvents {
  onChange(kind: "placed" | "moved"): void;
  /** Whether anything now stands where a person put it. */
  onMoved(moved: boolean): void;
}

interface Move {
  readonly before: ReadonlyMap<string, Point>;
  readonly after: ReadonlyMap<string, Point>;
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
  private startedAt = 0;
  private settledAt = 0;
  private readonly now: () => number;
  private run = 0;
  private worker: Worker | undefined;
  private readonly done: Move[] = [];
  private readonly undone: Move[] = [];

  constructor(events: KeeperEvents, now: () => number = () => performance.now()) {
    this.now = now;
    this.events = events;
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
    this.done.push({ before, after });
    this.undone.length = 0;
    this.events.onMoved(true);
  }

  undo(): void {
    const move = this.done.pop();
    if (move === undefined) return;
    this.undone.push(move);
    this.apply(move.before);
  }

  redo(): void {
    const move = this.undone.pop();
    if (move === undefined) return;
    this.done.push(move);
    this.apply(move.after);
  }

  arrangeAgain(): void {
    this.done.length = 0;
    this.undone.length = 0;
    this.layOut(new Map());
    this.events.onMoved(false);
  }

  dispose(): void {
    this.run += 1;
    this.worker?.terminate();
  }

  private mayArrange(): boolean {
    const short = this.settledAt - this.startedAt < SHORT_RUN_MS;
    const justEnded = this.settled && this.now() - this.settledAt < LAST_UNION_MS;
    return justEnded && short && this.done.length === 0;
  }

  private reset(): void {
    this.startedAt = this.now();
    this.settled = false;
    this.places = new Map();
    this.done.length = 0;
    this.undone.length = 0;
  }

  private apply(places: ReadonlyMap<string, Point>): void {
    for (const [id, place] of places) this.places.set(id, place);
    this.events.onChange("moved");
    this.events.onMoved(this.done.length > 0);
  }

  private layOut(fixed: Positions): void {
    if (this.union === undefined) return;
    this.run += 1;
    const news = this.union.nodes.filter((node) => !fixed.has(node.id)).length;
    if (news <= LAYOUT_AT_ONCE || typeof Worker === "undefined") {
      this.take(layoutUnion(this.union, fixed));
      return;
    }
    this.worker ??= startWorker((answer) => {
      // A newer question has been asked meanwhile; its answer is on the way.
      if (answer.run === this.run) this.take(answer.positions);
    });
    this.worker.postMessage({ run: this.run, union: this.union, fixed } satisfies LayoutQuestion);
  }

  /** What was dragged while the layout ran stays where it was dropped. */
  private take(placed: Positions): void {
    const next = new Map(placed);
    for (const move of this.done) {
      for (const id of move.after.keys()) {
        const place = this.places.get(id);
        if (place !== undefined) next.set(id, place);
      }
    }
    this.places = next;
    this.events.onChange("placed");
  }
}

function entry(id: string, place: Point | undefined): [string, Point][] {
  return place === undefined ? [] : [[id, place]];
}

function startWorker(onAnswer: (answer: LayoutAnswer) => void): Worker {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<LayoutAnswer>) => onAnswer(event.data));
  return worker;
}
