/** Owns where everything stands: lays out what is new, keeps what was dragged, undoes moves. Positions outlive views. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import { layoutUnion, type Positions } from "./graph-layout";
import type { LayoutAnswer, LayoutQuestion } from "./layout-worker";

export interface PositionKeeper {
  positions(): Positions;
  update(union: UnionGraph, settled: boolean): void;
  /** While dragging: not yet in the history. */
  drag(places: ReadonlyMap<string, Point>): void;
  /** Ends a drag or a move by key: one undo takes it back. */
  commit(before: ReadonlyMap<string, Point>): void;
  undo(): void;
  redo(): void;
  arrangeAgain(): void;
  dispose(): void;
}

interface Move {
  readonly before: ReadonlyMap<string, Point>;
  readonly after: ReadonlyMap<string, Point>;
}

/** Up to here the layout takes a few milliseconds, less than a worker's round trip. */
const LAYOUT_AT_ONCE = 150;
/** A run that ends sooner gets one layout of everything; nobody has learnt where things stand. */
const SHORT_RUN_MS = 2500;

export function createPositionKeeper(onChange: (kind: "placed" | "moved") => void, onMoved: (moved: boolean) => void): PositionKeeper {
  let positions: Map<string, Point> = new Map();
  let union: UnionGraph | undefined;
  let settledOnce = false;
  let startedAt = 0;
  let run = 0;
  let worker: Worker | undefined;
  const done: Move[] = [];
  const undone: Move[] = [];

  const take = (placed: Positions): void => {
    positions = new Map(placed);
    onChange("placed");
  };

  const layOut = (fixed: Positions): void => {
    if (union === undefined) return;
    run += 1;
    const news = union.nodes.length - (fixed.size === 0 ? 0 : positions.size);
    if (news <= LAYOUT_AT_ONCE || typeof Worker === "undefined") {
      take(layoutUnion(union, fixed));
      return;
    }
    worker ??= startWorker((answer) => {
      // A newer question has been asked meanwhile; its answer is on the way.
      if (answer.run !== run) return;
      const held = new Map(done.flatMap((move) => [...move.after.keys()]).map((id) => [id, positions.get(id)]));
      const placed = new Map(answer.positions);
      for (const [id, place] of held) if (place !== undefined) placed.set(id, place);
      take(placed);
    });
    worker.postMessage({ run, union, fixed } satisfies LayoutQuestion);
  };

  const apply = (places: ReadonlyMap<string, Point>): void => {
    for (const [id, place] of places) positions.set(id, place);
    onChange("moved");
    onMoved(done.length > 0);
  };

  return {
    positions: () => positions,
    update(next, settled) {
      if (next === union && settled === settledOnce) return;
      const fresh = union === undefined || next.version < union.version;
      if (fresh) {
        startedAt = performance.now();
        settledOnce = false;
        positions = new Map();
        done.length = 0;
        undone.length = 0;
      }
      const ends = settled && !settledOnce;
      const again = ends && done.length === 0 && performance.now() - startedAt < SHORT_RUN_MS;
      union = next;
      settledOnce ||= settled;
      layOut(fresh || again ? new Map() : positions);
    },
    drag(places) {
      for (const [id, place] of places) positions.set(id, place);
      onChange("moved");
    },
    commit(before) {
      const after = new Map([...before.keys()].flatMap((id) => entry(id, positions.get(id))));
      const same = [...before].every(([id, place]) => after.get(id)?.x === place.x && after.get(id)?.y === place.y);
      if (same) return;
      done.push({ before, after });
      undone.length = 0;
      onMoved(true);
    },
    undo() {
      const move = done.pop();
      if (move === undefined) return;
      undone.push(move);
      apply(move.before);
    },
    redo() {
      const move = undone.pop();
      if (move === undefined) return;
      done.push(move);
      apply(move.after);
    },
    arrangeAgain() {
      done.length = 0;
      undone.length = 0;
      layOut(new Map());
      onMoved(false);
    },
    dispose() {
      run += 1;
      worker?.terminate();
    },
  };
}

function entry(id: string, place: Point | undefined): [string, Point][] {
  return place === undefined ? [] : [[id, place]];
}

function startWorker(onAnswer: (answer: LayoutAnswer) => void): Worker {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<LayoutAnswer>) => onAnswer(event.data));
  return worker;
}
