/** Searches the objects and names of one entry. One walk over them, nothing built but the hits. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type { SearchHit, SearchResult } from "../contract/object-search";
import { nameId } from "./bound-names";
import { nodeId, type EntryPicture, type PictureContext } from "./entry-picture";
import { typeNameOf } from "./heap-snapshot";
import { cardTitle } from "./node-naming";
import { readQuery, type Comparison, type SearchFilter, type SearchQuery } from "./search-query";
import { lifeState, refcountAt, shownRefcount } from "./view-nodes";
import { outsideText } from "./view-rows";

/** More hits than these are only counted. */
const LISTED = 200;

export interface SearchSurroundings {
  readonly context: PictureContext;
  readonly bornIn: (object: Serial) => number | undefined;
}

export function searchObjects(surroundings: SearchSurroundings, text: string): SearchResult {
  const query = readQuery(text);
  if (query.words.length === 0 && query.filters.length === 0)
    return { hits: [], total: 0, problems: query.problems };
  const found = [...objectHits(surroundings, query), ...nameHits(surroundings.context, query)];
  const ranked = found.toSorted((a, b) => a.rank - b.rank);
  return {
    hits: ranked.slice(0, LISTED).map(({ hit }) => hit()),
    total: found.length,
    problems: query.problems,
  };
}

interface Found {
  /** 0 is best. */
  readonly rank: number;
  /** Written out only when it is listed. */
  readonly hit: () => SearchHit;
}

interface Candidate {
  readonly object: Serial;
  readonly node: NodeIndex;
  readonly picture: EntryPicture;
  readonly isFreed: boolean;
}

function* candidatesOf({ now, ghosts }: PictureContext): Generator<Candidate, void> {
  const { serial } = now.graph.snapshot.nodes;
  for (const node of now.graph.drawn)
    yield { object: serial[node], node, picture: now, isFreed: false };
  for (const { object, last } of ghosts) {
    const node = last.graph.snapshot.nodeOf.get(object);
    if (node !== undefined && last.graph.isDrawn(node))
      yield { object, node, picture: last, isFreed: true };
  }
}

function objectHits(surroundings: SearchSurroundings, query: SearchQuery): readonly Found[] {
  const { context } = surroundings;
  const namesOf = namesByObject(context.now);
  const inCycle = new Set(
    query.filters.some((filter) => filter.kind === "is" && filter.what === "cycle")
      ? context.now.cycles.flatMap(({ members }) => members)
      : [],
  );
  const found: Found[] = [];
  for (const candidate of candidatesOf(context)) {
    const { object, node, picture } = candidate;
    const type = typeNameOf(picture.graph.snapshot, node);
    const names = namesOf.get(object) ?? [];
    const rank = rankOf(query.words, [...names, context.keyOf(object)], type);
    if (rank === undefined) continue;
    const passes = query.filters.every((filter) =>
      passesFilter(filter, candidate, { ...surroundings, inCycle, type }),
    );
    if (passes) found.push({ rank, hit: () => objectHit(context, candidate, type) });
  }
  return found;
}

interface Facts extends SearchSurroundings {
  readonly inCycle: ReadonlySet<Serial>;
  readonly type: string;
}

function passesFilter(
  filter: SearchFilter,
  { object, node, picture, isFreed }: Candidate,
  { context, bornIn, inCycle, type }: Facts,
): boolean {
  const { graph } = picture;
  switch (filter.kind) {
    case "type": {
      const lower = type.toLowerCase();
      return lower === filter.text || lower.split(".").at(-1)?.startsWith(filter.text) === true;
    }
    case "refs":
      return compares(isFreed ? 0 : graph.snapshot.nodes.refcount[node], filter);
    case "size":
      return compares(graph.sizeWithParts(node), filter);
    case "from":
      return bornIn(object) === filter.step;
    case "id":
      return (
        filter.id === nodeId(object) ||
        filter.id === String(object) ||
        filter.id === `0x${context.addressOf(object).toString(16)}`
      );
    case "is":
      switch (filter.what) {
        case "freed":
          return isFreed;
        case "unreachable":
          return !isFreed && lifeState(graph, node) === "unreachable";
        case "new":
          return (
            !isFreed &&
            context.before !== undefined &&
            refcountAt(context.before, object) === undefined
          );
        case "cycle":
          return inCycle.has(object);
      }
  }
}

function compares(
  actual: number,
  { compare, value }: { readonly compare: Comparison; readonly value: number },
): boolean {
  switch (compare) {
    case "<":
      return actual < value;
    case ">":
      return actual > value;
    case "=":
      return actual === value;
    case "<=":
      return actual <= value;
    case ">=":
      return actual >= value;
  }
}

/** The worst of the words counts: a name or key exactly, its start, the type, somewhere inside; undefined when a word is nowhere. */
function rankOf(
  words: readonly string[],
  names: readonly string[],
  type: string,
): number | undefined {
  let worst = 0;
  for (const word of words) {
    const byName = Math.min(...names.map((name) => rankIn(name, word)));
    const byType = rankIn(type, word);
    if (byName === NOWHERE && byType === NOWHERE) return undefined;
    worst = Math.max(worst, byName < NOWHERE ? byName : TYPE + byType);
  }
  return worst;
}

const NOWHERE = 3;
/** What matches by its type comes behind all that match by name. */
const TYPE = 4;

function rankIn(text: string, word: string): number {
  const lower = text.toLowerCase();
  if (lower === word) return 0;
  if (lower.startsWith(word)) return 1;
  return lower.includes(word) ? 2 : NOWHERE;
}

function namesByObject({ names }: EntryPicture): ReadonlyMap<Serial, readonly string[]> {
  const byObject = new Map<Serial, string[]>();
  for (const frame of names.frames) {
    for (const { name, object } of frame.bindings) {
      if (object === undefined) continue;
      const known = byObject.get(object);
      if (known === undefined) byObject.set(object, [name]);
      else known.push(name);
    }
  }
  return byObject;
}

function objectHit(
  { keyOf }: PictureContext,
  { object, node, picture: { graph }, isFreed }: Candidate,
  type: string,
): SearchHit {
  return {
    kind: "object",
    id: nodeId(object),
    key: keyOf(object),
    title: cardTitle(graph.snapshot, node),
    typeName: type,
    state: isFreed ? "freed" : lifeState(graph, node),
    refcount: isFreed ? 0 : shownRefcount(graph.snapshot.nodes.refcount[node]),
    size: bytes(graph.sizeWithParts(node)),
  };
}

/** Names bound to plain values; the others are found with their objects. */
function nameHits({ now }: PictureContext, { words, filters }: SearchQuery): readonly Found[] {
  if (filters.length > 0) return [];
  return now.names.frames.flatMap((frame) =>
    frame.bindings.flatMap(({ name, object, text }): readonly Found[] => {
      const rank = object === undefined ? rankOf(words, [name], "") : undefined;
      if (rank === undefined) return [];
      const shown = text.includes("\u001f") ? outsideText(text) : text;
      const hit: SearchHit = {
        kind: "name",
        id: nameId(frame, name),
        key: name,
        title: `${name} = ${shown}`,
        typeName: "name",
        state: "reachable",
      };
      return [{ rank, hit: () => hit }];
    }),
  );
}
