/**
 * The heap as of the last message, with every object known by its serial: an address is not an identity, for Python reuses it at once.
 * An object is the same when the agent saw it survive (its row is not among the newly born), and dead when its row is missing,
 * unless the collector has it in hand.
 */
import { NONE, type HeapMessage, type ObjectDescription } from "../contract/agent-message";
import { row, serial, type Serial } from "../contract/ids";
import type { Generation } from "./generation-history";
import { isResurrected, isSame, objectsBeingFinalized, rowAt, type FoundRow } from "./row-identity";
import { TypeNames } from "./type-names";
import type { VersionIndex, VersionTable } from "./version-table";

export interface LiveObject {
  readonly serial: Serial;
  readonly address: number;
  typeAddress: number;
  version: VersionIndex;
  refcount: number;
  tracked: boolean;
  /** Of the collector, and as the recording has it. */
  generation: Generation | undefined;
  notedGeneration: Generation | "none" | undefined;
  /** Number of the last heap message that listed it. */
  seen: number;
  description: ObjectDescription;
  targets: readonly (Serial | undefined)[];
  /** What the recorder concluded so far. */
  own: boolean;
  bornInImport: boolean;
  /** Its `__del__` was seen running because its last reference went away. */
  finalizing: boolean;
  unreachable: boolean;
  /** Alive, but hidden from us and the collector by `gc.freeze()`. */
  frozen: boolean;
}

export interface Death {
  readonly object: LiveObject;
  /** During a collection: in the collector's hands until its end. */
  readonly duringCollection: boolean;
}

export class LiveHeap {
  readonly #versions: VersionTable;
  readonly #byAddress = new Map<number, LiveObject>();
  readonly #bySerial = new Map<Serial, LiveObject>();
  readonly types: TypeNames;
  #rows: readonly LiveObject[] = [];
  #heaps = 0;
  #nextSerial = 0;
  /** Something other than refcounts changed since it was last put back to false. */
  shapeChanged = true;
  refcountsChanged = true;
  #deaths: Death[] = [];
  #born: LiveObject[] = [];

  constructor(versions: VersionTable) {
    this.#versions = versions;
    this.types = new TypeNames(versions.strings);
  }

  /** Objects of the last message in its order; those in the collector's hands are missing. */
  get rows(): readonly LiveObject[] {
    return this.#rows;
  }

  /** Every living object, also those in the collector's hands. */
  get objects(): Iterable<LiveObject> {
    return this.#bySerial.values();
  }

  /** Number of living objects. */
  get size(): number {
    return this.#bySerial.size;
  }

  at(address: number): LiveObject | undefined {
    return this.#byAddress.get(address);
  }

  object(wanted: Serial): LiveObject | undefined {
    return this.#bySerial.get(wanted);
  }

  markUnreachable(found: Serial): void {
    const object = this.#bySerial.get(found);
    if (object !== undefined) object.unreachable = true;
  }

  takeDeaths(): readonly Death[] {
    const deaths = this.#deaths;
    this.#deaths = [];
    return deaths;
  }

  takeBirths(): readonly LiveObject[] {
    const born = this.#born;
    this.#born = [];
    return born;
  }

  accept(heap: HeapMessage, collecting: boolean): void {
    this.#heaps += 1;
    this.types.announce(heap.types);
    const descriptions = new Map(
      heap.descriptions.map((description) => [description.address, description]),
    );
    const rows = this.#identifyRows(heap, descriptions, collecting);
    this.#rows = rows;
    if (heap.permanentGeneration === "grew") this.#freezeMissing();
    if (heap.permanentGeneration === "emptied") this.#thaw();
    if (!collecting && !heap.insideCollection) this.buryMissing(false);
    this.#readEdges(heap, rows, descriptions);
  }

  /** Objects the last heap no longer lists are dead. */
  buryMissing(duringCollection: boolean): void {
    for (const object of this.#bySerial.values()) {
      if (object.seen !== this.#heaps && !object.frozen) this.#bury(object, duringCollection);
    }
  }

  #freezeMissing(): void {
    for (const object of this.#bySerial.values())
      if (object.seen !== this.#heaps) object.frozen = true;
  }

  /** What is still missing after `gc.unfreeze()` died while it could not be seen. */
  #thaw(): void {
    for (const object of this.#bySerial.values()) object.frozen = false;
  }

  #identifyRows(
    heap: HeapMessage,
    descriptions: ReadonlyMap<number, ObjectDescription>,
    collecting: boolean,
  ): readonly LiveObject[] {
    const finalizing = objectsBeingFinalized(heap);
    return Array.from(heap.address, (address, place) => {
      const found = rowAt(heap, place, finalizing);
      const known = this.#byAddress.get(address);
      const described = descriptions.get(address);
      const same =
        known !== undefined && (isSame(known, found) || isResurrected(known, found, described));
      if (known !== undefined && !same) this.#bury(known, collecting);
      const description = described ?? known?.description;
      const object = same ? known : this.#bear(address, found, description);
      this.#update(object, found);
      return object;
    });
  }

  #update(object: LiveObject, found: FoundRow): void {
    if (object.refcount !== found.refcount) this.refcountsChanged = true;
    if (object.typeAddress !== found.typeAddress) this.shapeChanged = true;
    object.refcount = found.refcount;
    object.typeAddress = found.typeAddress;
    // In the collector's hands an object is in no generation, but it is still tracked.
    object.tracked = found.tracked || (found.collecting && object.tracked);
    if (!found.collecting) object.generation = found.generation;
    object.seen = this.#heaps;
    if (found.finalizing) object.finalizing = true;
  }

  #bear(address: number, found: FoundRow, description: ObjectDescription | undefined): LiveObject {
    if (description === undefined)
      throw new Error(`The agent listed a new object at ${address} without describing it`);
    const object: LiveObject = {
      serial: serial(this.#nextSerial),
      address,
      typeAddress: found.typeAddress,
      version: NO_VERSION,
      refcount: found.refcount,
      tracked: found.tracked,
      generation: found.generation,
      notedGeneration: "none",
      seen: this.#heaps,
      description,
      targets: [],
      own: false,
      bornInImport: false,
      finalizing: false,
      unreachable: false,
      frozen: false,
    };
    this.#nextSerial += 1;
    this.#byAddress.set(address, object);
    this.#bySerial.set(object.serial, object);
    this.#born.push(object);
    this.shapeChanged = true;
    return object;
  }

  #bury(object: LiveObject, duringCollection: boolean): void {
    this.#bySerial.delete(object.serial);
    if (this.#byAddress.get(object.address) === object) this.#byAddress.delete(object.address);
    this.#deaths.push({ object, duringCollection });
    this.shapeChanged = true;
  }

  #readEdges(
    heap: HeapMessage,
    rows: readonly LiveObject[],
    descriptions: ReadonlyMap<number, ObjectDescription>,
  ): void {
    let edge = 0;
    for (const [place, object] of rows.entries()) {
      const count = heap.edgeCount[place] ?? 0;
      const described = descriptions.get(object.address);
      const changed =
        object.version === NO_VERSION ||
        described !== undefined ||
        !this.#hasSameTargets(object, heap.edgeTarget, edge, count);
      if (changed)
        this.#appendVersion(
          object,
          described ?? object.description,
          heap.edgeTarget.subarray(edge, edge + count),
        );
      edge += count;
    }
    if (edge !== heap.edgeTarget.length)
      throw new Error(
        `The objects of a heap have ${edge} edges, but it lists ${heap.edgeTarget.length}`,
      );
  }

  #hasSameTargets(
    object: LiveObject,
    addresses: Float64Array,
    from: number,
    count: number,
  ): boolean {
    if (object.targets.length !== count) return false;
    for (let place = 0; place < count; place += 1) {
      if (this.#byAddress.get(addresses[from + place] ?? 0)?.serial !== object.targets[place])
        return false;
    }
    return true;
  }

  #appendVersion(
    object: LiveObject,
    description: ObjectDescription,
    addresses: Float64Array,
  ): void {
    if (description.edges.length !== addresses.length) {
      throw new Error(
        `An object with ${addresses.length} edges was described with ${description.edges.length}`,
      );
    }
    const type = this.types.at(object.typeAddress);
    object.description = description;
    object.targets = Array.from(addresses, (address) => this.#byAddress.get(address)?.serial);
    object.version = this.#versions.append({
      serial: object.serial,
      typeName: type.name,
      ownType: type.own,
      description,
      targets: object.targets,
    });
    this.shapeChanged = true;
  }
}

/** Until its edges are read for the first time. */
const NO_VERSION: VersionIndex = row(NONE);
