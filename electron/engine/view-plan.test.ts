/** What of a crowd is drawn, and what is only counted, on graphs written as text. */
import { describe, expect, test } from "vitest";
import type { SubgraphView } from "../contract/subgraph-view";
import type { ViewShape } from "../contract/view-options";
import { buildSubgraphView } from "./build-subgraph-view";
import { pictureFromText } from "./picture-from-text";
import { planView } from "./view-plan";

/** `a.x>b`: numbered objects in a chain or a star. */
function star(count: number, type = "Leaf"): string {
  const leaves = Array.from(
    { length: count },
    (_, place) => `hub -[${place}]-> ${type.toLowerCase()}${place}:${type}`,
  );
  return ["root -hub-> hub:list", ...leaves].join("; ");
}

function view(text: string, shape: ViewShape = {}): SubgraphView {
  const alive = pictureFromText(text);
  const ids = (keys: readonly string[] = []): readonly string[] =>
    keys.map((key) => (key.startsWith("g:") ? key : `o${alive.node(key)}`));
  const asked: ViewShape = {
    ...shape,
    ...(shape.hiddenObjects === undefined ? {} : { hiddenObjects: ids(shape.hiddenObjects) }),
    ...(shape.expanded === undefined ? {} : { expanded: ids(shape.expanded) }),
    ...(shape.collapsed === undefined ? {} : { collapsed: ids(shape.collapsed) }),
    ...(shape.shownHubObjects === undefined ? {} : { shownHubObjects: ids(shape.shownHubObjects) }),
    ...(shape.focus === undefined
      ? {}
      : { focus: { ...shape.focus, node: `o${alive.node(shape.focus.node)}` } }),
  };
  return buildSubgraphView(
    {
      now: alive.picture,
      before: undefined,
      ghosts: [],
      olderGhosts: () => [],
      collections: [],
      ownCollections: [],
      keyOf: alive.keyOf,
      addressOf: () => 0,
      wasNamed: () => false,
      isPlaced: () => true,
      trackedTotal: alive.picture.graph.drawn.length,
      showHidden: false,
      python: { version: [3, 12, 0] },
      hadGarbage: false,
      inGarbage: new Set(),
      generationOf: () => undefined,
      collectorOff: undefined,
      collectionAhead: false,
    },
    { alive, shape: asked, plan: planView(alive, asked) },
  );
}

function keys({ nodes }: SubgraphView): string {
  return nodes.map(({ key }) => key).join(" ");
}

function hidden({ hiding = [] }: SubgraphView): string {
  return hiding.map(({ text }) => text).join("; ");
}

describe("how much is drawn of each object", () => {
  test("up to 150 are cards, up to 1,500 are pills, more are put together", () => {
    expect(new Set(view(star(149)).nodes.map(({ tier }) => tier))).toEqual(new Set([undefined]));
    const pills = view(star(150));
    expect(new Set(pills.nodes.map(({ tier }) => tier))).toEqual(new Set(["compact"]));
    expect(pills).toMatchObject({ shown: 151, leftOut: 0, hiding: [] });
    const together = view(star(1500));
    expect(keys(together)).toBe("hub Leaf × 1,500");
    expect(hidden(together)).toBe("1,500 drawn together in groups");
  });

  test("dots come in place of groups on request, the nearest 5,000", () => {
    const dots = view(star(5100), { showAnyway: true });
    expect(dots.nodes).toHaveLength(5000);
    expect(dots.nodes.at(-1)).toMatchObject({ tier: "mark" });
    expect(hidden(dots)).toBe("101 beyond what can be drawn");
  });

  test("an expanded pill is a card among pills", () => {
    const pills = view(star(200), { expanded: ["leaf7"] });
    expect(pills.nodes.filter(({ tier }) => tier === undefined).map(({ key }) => key)).toEqual([
      "leaf7",
    ]);
  });
});

describe("groups", () => {
  const mixed = `${star(3)}; ${star(2, "Twig").replaceAll("hub", "stem")}; leaf0 -.next-> leaf1; leaf1 -.of-> twig0; leaf2 -.of-> twig1`;

  test("are by type, with the references between them counted", () => {
    const together = view(mixed, { alwaysGroup: true });
    expect(keys(together)).toBe("list × 2 Leaf × 3 Twig × 2");
    expect(together.edges.map(({ from, to, label, count }) => [from, to, label, count])).toEqual([
      ["n:s:0:<module>:hub", "g:type:list", "", undefined],
      ["n:s:0:<module>:stem", "g:type:list", "", undefined],
      ["g:type:list", "g:type:Leaf", "×3 ([0], [1], [2])", 3],
      ["g:type:list", "g:type:Twig", "×2 ([0], [1])", 2],
      ["g:type:Leaf", "g:type:Twig", "×2 (.of, .of)", 2],
    ]);
    expect(together.nodes[1]).toMatchObject({
      typeName: "Leaf",
      group: { count: 3, typeName: "Leaf", bytes: 30 },
    });
  });

  test("or by the name that leads there first, or by module", () => {
    expect(keys(view(mixed, { alwaysGroup: true, groupBy: "owner" }))).toBe(
      "Global name hub × 4 Global name stem × 3",
    );
    const modules =
      "root -a-> x:list; root -b-> y:collections.deque; root -c-> z:collections.deque";
    expect(keys(view(modules, { alwaysGroup: true, groupBy: "module" }))).toBe("x collections × 2");
  });

  test("an expanded group shows its 20 biggest and the others", () => {
    const together = view(star(30), { alwaysGroup: true, expanded: ["g:type:Leaf"] });
    expect(together.nodes).toHaveLength(22);
    expect(together.nodes.at(-1)?.title).toBe("other Leaf × 10");
  });

  test("garbage is a group of its own", () => {
    const text = `${star(3)}; p:Leaf -.x-> q:Leaf; q -.y-> p`;
    const together = view(text, { alwaysGroup: true });
    expect(together.nodes.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "o0 reachable",
      "g:type:Leaf reachable",
      "g:type:Leaf! unreachable",
    ]);
  });
});

describe("hidden by the person", () => {
  const text = "root -a-> a; a -.b-> b:Leaf; b -.c-> c; root -d-> d:Leaf; d -.c-> c";

  test("objects and types go, and are counted; what holds them says how many it hides", () => {
    const without = view(text, { hiddenObjects: ["c"], hiddenTypes: ["Leaf"] });
    expect(keys(without)).toBe("a");
    expect(hidden(without)).toBe("2 of types hidden by you; 1 hidden by you");
    expect(without.nodes[0]?.more).toEqual({ referents: 1, referrers: 0 });
  });

  test("a collapsed object hides what only it leads to", () => {
    expect(keys(view(text, { collapsed: ["a"] }))).toBe("a c d");
    expect(hidden(view(text, { collapsed: ["a"] }))).toBe("1 behind collapsed objects");
    expect(keys(view(text, { collapsed: ["a", "d"] }))).toBe("a d");
  });
});

describe("focus", () => {
  test("is the object, its way to a name, its cycle, and the first 8 around it", () => {
    const held = Array.from({ length: 12 }, (_, place) => `s -[${place}]-> h${place}`).join("; ");
    const text = `root -far-> f; f -.to-> m; m -.s-> s; s -.up-> t; t -.down-> s; ${held}; h0 -.x-> deep; root -else-> e`;
    const focused = view(text, { focus: { node: "s", depth: 1 } });
    expect(keys(focused)).toBe("f m s t h0 h1 h2 h3 h4 h5 h6");
    expect(focused.nodes.find(({ key }) => key === "s")?.more).toEqual({
      referents: 5,
      referrers: 0,
    });
    expect(hidden(focused)).toBe("7 not near the object in focus");
    expect(keys(view(text, { focus: { node: "s", depth: 2 } }))).toContain("deep");
  });
});

describe("hubs", () => {
  const config = Array.from({ length: 60 }, (_, place) => `u${place} -.config-> c`).join("; ");
  const text = `root -config-> c; ${config}; c -.list-> l:list; ${Array.from({ length: 60 }, (_, place) => `l -[${place}]-> u${place}`).join("; ")}`;

  test("an object with more than 50 arrows is a stub that says how many", () => {
    const crowd = view(text);
    expect(crowd.nodes.find(({ key }) => key === "c")?.hub).toEqual({ count: 60 });
    expect(crowd.edges.filter(({ label }) => label === ".config")).toEqual([]);
    expect(crowd.edges.filter(({ kind }) => kind === "name")).toHaveLength(1);
  });

  test("and is drawn with all of them on request", () => {
    for (const shape of [{ shownHubs: ["object" as const] }, { shownHubObjects: ["c"] }]) {
      const crowd = view(text, shape);
      expect(crowd.edges.filter(({ label }) => label === ".config")).toHaveLength(60);
      expect(crowd.nodes.find(({ key }) => key === "c")?.hub).toBeUndefined();
    }
  });
});
