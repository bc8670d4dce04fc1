/** Whatever a script's texts are, each format stays what it is and says the same. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classicCycle, nastyTexts, step8 } from "./classic-cycle-for-tests";
import { csvTable } from "./csv-table";
import { writeCollectionsCsv, writeStepsCsv, writeTypesCsv } from "./csv-tables";
import { dataFormats } from "./data-formats";
import { graphFacts, type GraphFacts } from "./graph-facts";
import { writeGraphml } from "./graphml-writer";
import { writeGraphJson } from "./json-writer";
import { parseMermaid } from "./mermaid-grammar-for-tests";
import { writeMermaid } from "./mermaid-writer";
import { plainId, shortened, visibleText } from "./visible-text";
import { bytes } from "../contract/ids";

const anyText = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...Array.from('"\\#;:%<>&`|[]{}()\n\r\t\0=-@ a1\u202e')) }),
);
const twoTexts = fc.uniqueArray(anyText, { minLength: 2, maxLength: 2 });

const factsOf = (first: string, second: string): GraphFacts =>
  graphFacts(classicCycle(first, second), { ...step8, script: first, code: second });

describe("every format", () => {
  test.each(dataFormats)("$title gives the same bytes for the same picture", ({ write }) => {
    for (const text of nastyTexts)
      expect(write(factsOf(text, "b"))).toBe(write(factsOf(text, "b")));
  });

  test("holds no character that turns the direction of writing in a drawn format", () => {
    const drawn = dataFormats.filter(({ id }) => id === "dot" || id === "mermaid");
    expect(drawn).toHaveLength(2);
    for (const { write } of drawn)
      expect(write(factsOf("\u202egnp.exe", "\u2066x"))).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069]/,
      );
  });
});

test("JSON gives back the facts, whatever the texts", () => {
  fc.assert(
    fc.property(twoTexts, ([first = "", second = ""]) => {
      const facts = factsOf(first, second);
      expect(JSON.parse(writeGraphJson(facts))).toEqual(facts);
    }),
  );
});

test("Mermaid keeps to its grammar and shows each label, whatever the texts", () => {
  fc.assert(
    fc.property(twoTexts, ([first = "", second = ""]) => {
      const graph = parseMermaid(writeMermaid(factsOf(first, second)));
      expect(graph.nodes.size).toBe(6);
      expect(graph.edges).toHaveLength(7);
      expect(graph.subgraphs).toEqual([
        { title: "Cycle 1, nothing outside points in", nodes: ["o2", "o3"] },
      ]);
      expect(graph.nodes.get("n2")).toBe(`${shortened(visibleText(first), 80)} (deleted, step 7)`);
    }),
  );
});

test("GraphML holds nothing XML forbids, whatever the texts", () => {
  fc.assert(
    fc.property(twoTexts, ([first = "", second = ""]) => {
      const text = writeGraphml(factsOf(first, second));
      // oxlint-disable-next-line eslint/no-control-regex -- these are what is forbidden
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      const inside = text
        .replaceAll(/&(amp|lt|gt|quot|#\d+);/g, "")
        .replaceAll(/<[/?]?[a-z][^<>]*>/g, "");
      expect(inside).not.toMatch(/[<&]/);
    }),
  );
});

describe("CSV", () => {
  test("gives back every text that is no formula, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText)), (rows) => {
        const read = parseCsv(
          csvTable(
            [
              { heading: "a", value: ([a]) => a },
              { heading: "b", value: ([, b]) => b },
            ],
            rows,
          ),
        );
        expect(read).toHaveLength(rows.length + 1);
        rows.forEach((row, place) =>
          row.forEach((text, column) => {
            const field = read[place + 1]?.[column];
            const plain = text.replaceAll("\0", "\\x00").replaceAll(/\p{Surrogate}/gu, "");
            expect(field?.replaceAll(/\\ud[89a-f]../g, "").endsWith(plain)).toBe(true);
            expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
          }),
        );
      }),
    );
  });

  test("writes numbers as they are, also below zero, and nothing for what is not known", () => {
    const row = {
      typeName: "=cmd()",
      count: 2,
      sinceLastStep: -1,
      sinceStart: 2,
      size: bytes(112),
      unreachable: 0,
      counts: [],
    };
    expect(writeTypesCsv({ rows: [row], steps: [] })).toBe(
      "type,count,since_last_step,since_start,size,unreachable,retained\r\n'=cmd(),2,-1,2,112,0,\r\n",
    );
  });

  test("has a heading even without rows", () => {
    expect(writeStepsCsv([])).toMatch(/^step,inner,file,line,code,.*\r\n$/);
    expect(writeCollectionsCsv([])).toMatch(/^step,generation,trigger,.*\r\n$/);
  });
});

describe("texts", () => {
  test("identifiers that differ stay different", () => {
    fc.assert(
      fc.property(twoTexts, ([first = "", second = ""]) => {
        expect(plainId(first)).not.toBe(plainId(second));
        expect(plainId(first)).toMatch(/^[\p{L}\p{N}_:.<>%;-]*$/u);
      }),
    );
  });

  test("a long text is cut between characters, not within one", () => {
    expect(shortened("😀".repeat(10), 3)).toBe("😀😀…");
    expect(shortened("abc", 3)).toBe("abc");
    expect(shortened("x".repeat(10_000), 80)).toHaveLength(80);
  });

  test("what cannot be seen is written as Python writes it", () => {
    expect(visibleText("a\nb\u0000\u202e\ud800")).toBe("a\\nb\\x00\\u202e\\ud800");
  });
});

/** RFC 4180, strictly: CRLF ends a row, quotes begin and end a field. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw new Error("Not CSV");
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
