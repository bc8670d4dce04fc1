/** What others make of our data formats: Graphviz of DOT, networkx of GraphML, Python's csv and json of the tables and facts. */
import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test, type TestContext } from "vitest";
import { classicCycle, nastyTexts, step8 } from "../data-formats/classic-cycle-for-tests";
import { writeObjectsCsv } from "../data-formats/csv-tables";
import { writeDot } from "../data-formats/dot-writer";
import { graphFacts, type GraphFacts } from "../data-formats/graph-facts";
import { writeGraphml } from "../data-formats/graphml-writer";
import { writeGraphJson } from "../data-formats/json-writer";
import { findTestPythons } from "../session/interpreters-for-tests";
import { sessionOver } from "../session/session-for-tests";
import { hasGraphviz, hasNetworkx, networkxPython, runProgram } from "./other-programs-for-tests";

const examplesFolder = path.resolve(import.meta.dirname, "../../assets/examples");
const examples = fs.readdirSync(examplesFolder).filter((name) => name.endsWith(".py"));
const isGraphvizHere = hasGraphviz();
const isNetworkxHere = hasNetworkx();
const { pythons } = await findTestPythons();

/** The last picture and the richest one of a bundled example, on one interpreter. */
async function picturesOf(example: string): Promise<readonly GraphFacts[]> {
  const python = pythons.at(-1);
  if (python === undefined) throw new Error("There is no Python to record with");
  const text = fs.readFileSync(path.join(examplesFolder, example), "utf8");
  const files = { "script.py": text.trimEnd().split("\n") };
  const { session, end } = sessionOver(python, files, { attended: false });
  try {
    await session.ended;
    const steps = await session.engine.ask({ kind: "steps" });
    const richest = steps.toSorted((a, b) => b.inMemory - a.inMemory).at(0);
    const chosen = [richest, steps.at(-1)].filter((step) => step !== undefined);
    return await Promise.all(
      chosen.map(async ({ entry, step, inner, line = null, code }) => {
        const view = await session.engine.ask({
          kind: "view",
          entry,
          options: { showHidden: false },
        });
        return graphFacts(view, { script: example, python: python.full, step, inner, line, code });
      }),
    );
  } finally {
    await end();
  }
}

const examplePictures: GraphFacts[] = [];
beforeAll(async () => {
  // One after the other: each is a Python of its own.
  // oxlint-disable-next-line eslint/no-await-in-loop
  for (const example of examples) examplePictures.push(...(await picturesOf(example)));
}, 120_000);

const nastyFacts: readonly GraphFacts[] = nastyTexts.map((text, place) =>
  graphFacts(classicCycle(text, `other ${place}`), { ...step8, script: text, code: text }),
);

describe("Graphviz", () => {
  function drawn(facts: GraphFacts): string {
    const text = writeDot(facts);
    const canonical = runProgram("dot", ["-Tcanon"], text);
    expect(canonical).toMatchObject({ exitCode: 0, stderr: "" });
    const { exitCode, stdout, stderr } = runProgram("dot", ["-Tsvg"], text);
    expect(exitCode).toBe(0);
    // Debian's Graphviz says so on a machine without fonts.
    expect(stderr.replaceAll(/^.*[Ff]ont.*\n/gm, "")).toBe("");
    return stdout;
  }
  const needsGraphviz = (context: TestContext): void =>
    context.skip(!isGraphvizHere, "Graphviz is not installed");

  test("draws the classic cycle with its words", (context) => {
    needsGraphviz(context);
    const svg = drawn(graphFacts(classicCycle(), step8));
    for (const words of [
      "MyObject obj1",
      "Cycle 1, nothing outside points in",
      ".ref",
      "unreachable",
    ])
      expect(svg).toContain(words);
    expect(svg.match(/class="node"/g)).toHaveLength(6);
    expect(svg.match(/class="edge"/g)).toHaveLength(7);
    expect(svg.match(/class="cluster"/g)).toHaveLength(1);
  });

  test("draws whatever texts a script has", (context) => {
    needsGraphviz(context);
    for (const facts of nastyFacts) {
      const svg = drawn(facts);
      expect(svg.match(/class="node"/g)).toHaveLength(6);
      expect(svg.match(/class="edge"/g)).toHaveLength(7);
    }
  });

  test("draws the bundled examples", (context) => {
    needsGraphviz(context);
    for (const facts of examplePictures) {
      const svg = drawn(facts);
      const nodes = facts.objects.length + facts.names.length;
      expect(svg.match(/class="node"/g) ?? []).toHaveLength(nodes);
      expect(svg.match(/class="edge"/g) ?? []).toHaveLength(facts.references.length);
    }
  });
});

describe("networkx", () => {
  /** Number of nodes and edges, attributes by their Python type, keys (an empty one is none to networkx). */
  const reader = [
    "import io, json, sys, networkx",
    "read = []",
    "for text in json.load(sys.stdin):",
    "    graph = networkx.read_graphml(io.BytesIO(text.encode()))",
    "    nodes = dict(graph.nodes(data=True))",
    "    types = sorted({(k, type(v).__name__) for d in nodes.values() for k, v in d.items()})",
    "    edges = sorted({(k, type(v).__name__) for *_, d in graph.edges(data=True) for k, v in d.items()})",
    "    read.append(dict(nodes=len(nodes), edges=graph.number_of_edges(), types=types, edgeTypes=edges,",
    "        graph=graph.graph, keys=sorted(d.get('key', '') for d in nodes.values())))",
    "json.dump(read, sys.stdout)",
  ].join("\n");

  function readAll(all: readonly GraphFacts[]): readonly Record<string, unknown>[] {
    const answer = runProgram(
      networkxPython,
      ["-c", reader],
      JSON.stringify(all.map(writeGraphml)),
    );
    expect(answer).toMatchObject({ exitCode: 0, stderr: "" });
    return JSON.parse(answer.stdout);
  }
  const needsNetworkx = (context: TestContext): void =>
    context.skip(!isNetworkxHere, "networkx is not installed for /usr/bin/python3");

  test("reads the classic cycle with typed attributes", (context) => {
    needsNetworkx(context);
    const [read] = readAll([graphFacts(classicCycle(), step8)]);
    expect(read).toMatchObject({
      nodes: 6,
      edges: 7,
      keys: ["MyObject", "MyObject", "obj1", "obj1", "obj2", "obj2"],
      graph: { script: "classic_cycle.py", step: 8, what_if: false },
    });
    expect(Object.fromEntries(read?.["types"] as [string, string][])).toMatchObject({
      refcount: "int",
      size: "int",
      tracked: "bool",
      cycle: "int",
      state: "str",
      deleted_in_step: "int",
    });
    expect(Object.fromEntries(read?.["edgeTypes"] as [string, string][])).toEqual({
      count: "int",
      deleted_in_step: "int",
      in_cycle: "bool",
      kind: "str",
      label: "str",
      id: "str",
    });
  });

  test("reads whatever texts a script has, and the bundled examples", (context) => {
    needsNetworkx(context);
    const all = [...nastyFacts, ...examplePictures];
    const read = readAll(all);
    all.forEach((facts, place) =>
      expect(read[place]).toMatchObject({
        nodes: facts.objects.length + facts.names.length,
        edges: facts.references.length,
      }),
    );
    const quoted = read[0]?.["keys"];
    expect(quoted).toContain('he said "no"');
    expect(read[3]?.["keys"]).toContain("two\nlines\r\nand\ttabs");
  });
});

describe("Python", () => {
  const python = pythons.at(-1)?.path ?? "python3";
  test("reads the tables and the facts, whatever texts a script has", () => {
    const reader = [
      "import csv, io, json, sys",
      "for table, facts in json.load(sys.stdin):",
      "    rows = list(csv.DictReader(io.StringIO(table, newline='')))",
      "    objects = json.loads(facts)['objects']",
      "    assert [row['id'] for row in rows] == [o['id'] for o in objects], rows",
      "    assert all(None not in row and None not in row.values() for row in rows), rows",
      "print('read')",
    ].join("\n");
    const texts = nastyFacts.map((facts) => [writeObjectsCsv(facts), writeGraphJson(facts)]);
    const answer = runProgram(python, ["-c", reader], JSON.stringify(texts));
    expect(answer).toMatchObject({ exitCode: 0, stdout: "read\n" });
  });
});
