/** Writes the agent's messages for tests from a few words per object: `{ obj1: { type: "MyObject", refcount: 2, edges: [".ref -> obj2", ".name = 'obj1'"] } }`. */
import {
  ObjectOwner,
  type AgentMessage,
  type CandidatesMessage,
  type FrameState,
  type HeapMessage,
  type ObjectDescription,
  type StepMessage,
} from "../contract/agent-message";

export interface ObjectText {
  readonly type: string;
  readonly refcount: number;
  /** `label -> object`, `label = atom`, `label @ kind name` for something outside. */
  readonly edges?: readonly string[];
  readonly is?: "class" | "function" | "plain dict" | "module";
  readonly title?: string;
  readonly size?: number;
  readonly length?: number;
  readonly finalizer?: "pending" | "ran";
  readonly untracked?: boolean;
  /** Takes this address instead of one of its own. */
  readonly address?: number;
  /** Listed among the newly born even if known. */
  readonly born?: boolean;
}

export interface HeldText {
  readonly scope: string;
  /** Empty: a temporary. */
  readonly name: string;
  readonly object: string;
  readonly file?: string;
  readonly thread?: number;
  readonly isLibrary?: boolean;
}

export type HeapText = Readonly<Record<string, ObjectText>>;
/** Names per scope: `{ "<module>": { obj1: "obj1", gc: "@ module gc", n: "= 5" } }`. */
export type NamesText = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FIRST_ADDRESS = 4096;

export class MessagesForTests {
  readonly #addresses = new Map<string, number>();
  readonly #listed = new Set<string>();
  readonly #described = new Map<number, string>();
  readonly #types = new Map<string, number>();
  #next = FIRST_ADDRESS;
  #frameSerial = 0;

  /** The lines of the frames, outermost first; 1 where not given. */
  heap(
    objects: HeapText,
    names: NamesText,
    more: {
      readonly inside?: boolean;
      readonly collectorOn?: boolean;
      readonly imported?: boolean;
      readonly trackedTotal?: number;
      readonly permanentGeneration?: "grew" | "emptied";
      readonly lines?: readonly number[];
      /** File of each frame, outermost first; the script where not given. */
      readonly files?: readonly string[];
      /** Weak reference and what it refers to. */
      readonly weak?: readonly (readonly [string, string])[];
      readonly held?: readonly HeldText[];
      readonly borrowed?: readonly string[];
    } = {},
  ): HeapMessage {
    const keys = Object.keys(objects);
    const isBorn = (key: string): boolean => objects[key]?.born === true || !this.#listed.has(key);
    const tracked = keys.filter((key) => objects[key]?.untracked !== true);
    const old = tracked.filter((key) => !isBorn(key));
    const rows = [
      ...old,
      ...tracked.filter(isBorn),
      ...keys.filter((key) => objects[key]?.untracked === true),
    ];
    for (const key of rows) this.#listed.add(key);
    const texts = rows.map((key) => objects[key]).filter((text) => text !== undefined);
    const types = this.#announceTypes(texts, objects);
    const edges = texts.map((text) => (text.edges ?? []).map(readEdge));
    return {
      kind: "heap",
      insideCollection: more.inside ?? false,
      collectorOn: more.collectorOn ?? true,
      imported: more.imported ?? false,
      otherTracer: false,
      permanentGeneration: more.permanentGeneration,
      trackedTotal: more.trackedTotal ?? 5000 + tracked.length,
      trackedRows: tracked.length,
      bornFrom: old.length,
      address: Float64Array.from(rows, (key) => this.#addressOf(key, objects)),
      typeAddress: Float64Array.from(texts, (text) => this.#types.get(text.type) ?? 0),
      refcount: Uint32Array.from(texts, (text) => text.refcount),
      edgeCount: Uint32Array.from(edges, (list) => list.length),
      edgeTarget: Float64Array.from(edges.flat(), (edge) => this.#addressOf(edge.target, objects)),
      oldestEnd: 0,
      middleEnd: 0,
      borrowed: Float64Array.from(more.borrowed ?? [], (key) => this.#addressOf(key, objects)),
      types,
      descriptions: rows.flatMap((key, place) =>
        this.#describe(this.#addressOf(key, objects), texts[place], isBorn(key)),
      ),
      frames: Object.entries(names).map(([scope, bindings], depth): FrameState => ({
        scope,
        file: more.files?.[depth] ?? "",
        line: more.lines?.[depth] ?? 1,
        names: Object.entries(bindings).map(([name, bound]) =>
          this.#readName(name, bound, objects),
        ),
      })),
      weakReferences: (more.weak ?? []).map(([holder, referent]) => ({
        holder: this.#addressOf(holder, objects),
        referent: this.#addressOf(referent, objects),
      })),
      holdingFrames: (more.held ?? []).map(({ scope, name, object, ...where }) => ({
        scope,
        file: where.file ?? "",
        thread: where.thread ?? 0,
        isLibrary: where.isLibrary ?? false,
        held: [{ name, address: this.#addressOf(object, objects) }],
      })),
    };
  }

  /** All that is collected, in the collector's order; `owner` where it is not the script's. */
  candidates(
    objects: Readonly<Record<string, ObjectText & { readonly owner?: keyof typeof ObjectOwner }>>,
  ): CandidatesMessage {
    const texts = Object.values(objects);
    const edges = texts.map((text) => (text.edges ?? []).map(readEdge));
    const types = this.#announceTypes(texts, objects);
    return {
      kind: "candidates",
      address: Float64Array.from(Object.keys(objects), (key) => this.#addressOf(key, objects)),
      typeAddress: Float64Array.from(texts, (text) => this.#types.get(text.type) ?? 0),
      refcount: Uint32Array.from(texts, (text) => text.refcount),
      edgeCount: Uint32Array.from(edges, (list) => list.length),
      edgeTarget: Float64Array.from(edges.flat(), (edge) => this.#addressOf(edge.target, objects)),
      borrowed: new Float64Array(),
      owner: Uint8Array.from(texts, ({ owner }) => ObjectOwner[owner ?? "script"]),
      types,
    };
  }

  step(line: number | undefined, more: Partial<StepMessage> = {}): StepMessage {
    this.#frameSerial += 1;
    return {
      kind: "step",
      depth: 0,
      line,
      nextLine: undefined,
      nextDepth: 0,
      thread: 1,
      how: "continued",
      frameSerial: this.#frameSerial,
      stdoutBytes: 0,
      stderrBytes: 0,
      scope: "<module>",
      file: "",
      code: "",
      ...more,
    };
  }

  collectionStart(
    generation: 0 | 1 | 2 = 2,
    more: { readonly count?: number; readonly byPerson?: boolean } = {},
  ): AgentMessage {
    const counts = [more.count ?? 10, 0, 0] as const;
    return {
      kind: "collection-start",
      generation,
      counts,
      thresholds: [700, 10, 10],
      enabled: true,
      byPerson: more.byPerson ?? false,
    };
  }

  collectionStop(
    collected: number,
    uncollectable = 0,
    after: { readonly gone?: readonly string[]; readonly garbage?: readonly string[] } = {},
  ): AgentMessage {
    const addresses = (keys: readonly string[] = []): Float64Array =>
      Float64Array.from(keys, (key) => this.#addressOf(key, {}));
    return {
      kind: "collection-stop",
      generation: 2,
      collected,
      uncollectable,
      gone: addresses(after.gone),
      garbage: addresses(after.garbage),
    };
  }

  addressOf(key: string): number {
    return this.#addressOf(key, {});
  }

  #addressOf(key: string, objects: HeapText): number {
    const given = objects[key]?.address;
    if (given !== undefined) this.#addresses.set(key, given);
    const known = this.#addresses.get(key);
    if (known !== undefined) return known;
    this.#next += 16;
    this.#addresses.set(key, this.#next);
    return this.#next;
  }

  #announceTypes(texts: readonly ObjectText[], objects: HeapText): HeapMessage["types"] {
    const added = [...new Set(texts.map((text) => text.type))].filter(
      (type) => !this.#types.has(type),
    );
    return added.map((type) => {
      const isOwn = objects[type]?.is === "class" || /^[A-Z]/.test(type);
      const address = this.#addressOf(
        objects[type]?.is === "class" ? type : `type ${type}`,
        objects,
      );
      this.#types.set(type, address);
      const dot = type.lastIndexOf(".");
      const module = isOwn ? "__main__" : dot < 0 ? "builtins" : type.slice(0, dot);
      return { address, module, qualname: type.slice(dot + 1) };
    });
  }

  #describe(
    address: number,
    text: ObjectText | undefined,
    born: boolean,
  ): readonly ObjectDescription[] {
    if (text === undefined) return [];
    const description: ObjectDescription = {
      address,
      size: text.size ?? 48,
      isClass: text.is === "class",
      isFunction: text.is === "function",
      hasFinalizer: text.finalizer !== undefined,
      isPlainDict: text.is === "plain dict",
      isModule: text.is === "module",
      finalizerRan: text.finalizer === "ran",
      length: text.length,
      title: text.title ?? "",
      edges: (text.edges ?? []).map((edge) => readEdge(edge).description),
    };
    const appearance = JSON.stringify(description);
    if (!born && this.#described.get(address) === appearance) return [];
    this.#described.set(address, appearance);
    return [description];
  }

  #readName(name: string, bound: string, objects: HeapText): FrameState["names"][number] {
    if (bound.startsWith("= "))
      return { name, address: this.#addressOf(bound, {}), referent: 1, text: bound.slice(2) };
    if (bound.startsWith("@ "))
      return {
        name,
        address: this.#addressOf(bound, {}),
        referent: 2,
        text: outside(bound.slice(2)),
      };
    return { name, address: this.#addressOf(bound, objects), referent: 0, text: "" };
  }
}

interface EdgeText {
  readonly target: string;
  readonly description: ObjectDescription["edges"][number];
}

function readEdge(text: string): EdgeText {
  const found = /^(.*?) (->|=|@) (.*)$/s.exec(text);
  const [, label = "", how = "", target = ""] = found ?? [];
  switch (how) {
    case "->":
      return { target, description: { label, referent: 0, text: "" } };
    case "=":
      return { target: `= ${target}`, description: { label, referent: 1, text: target } };
    case "@":
      return { target: `@ ${target}`, description: { label, referent: 2, text: outside(target) } };
    default:
      throw new Error(`Not an edge: ${text}`);
  }
}

/** `module gc` as the wire says it. */
function outside(text: string): string {
  return text.replace(" ", "\u001f");
}
