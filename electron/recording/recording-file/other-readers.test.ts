/** A recording's tables are plain Arrow files: programs that are not ours read them. */
import { unzipSync } from "fflate";
import polars from "nodejs-polars";
import { expect, test } from "vitest";
import { classicCycleMessages, CLASSIC_CYCLE_SCRIPT } from "../classic-cycle-for-tests";
import { createRecorder } from "../recorder";
import { factsForTests } from "../recording-facts-for-tests";
import { SEGMENT_TABLES, UNION_TABLES } from "./recording-tables";

const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
for (const message of classicCycleMessages()) recorder.accept(message);
const parts = unzipSync(recorder.file(factsForTests, [], { values: false, source: false }));

function read(table: string): polars.DataFrame {
  const segments = Object.entries(parts).filter(([name]) => name.startsWith(`${table}/`));
  return polars.concat(segments.map(([, bytes]) => polars.readIPC(Buffer.from(bytes))));
}

test("Polars reads which objects were in memory at a step, and what they referred to", () => {
  const [[entry = 0] = []] = read("steps")
    .filter(polars.col("step").eq(polars.lit(8)))
    .filter(polars.col("inner_step").eq(polars.lit(0)))
    .select("entry")
    .rows();
  const nodes = read("nodes")
    .filter(polars.col("first_entry").ltEq(polars.lit(entry)))
    .filter(polars.col("last_entry").gtEq(polars.lit(entry)));
  const seen = nodes.join(read("objects"), { on: "object" }).filter(polars.col("unreachable"));
  expect(new Set(seen.getColumn("key").toArray())).toEqual(new Set(["obj1", "obj2"]));
  const edges = read("edges").filter(polars.col("label").eq(polars.lit(".ref")));
  expect(edges.select("from_object", "to_object").rows()).toHaveLength(2);
});

test("Polars reads every table, with as many rows as the manifest says", () => {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(parts["manifest.json"]));
  expect(manifest).toMatchObject({ format: "ouroscope-recording", version: 1 });
  const tables = Object.entries(parts).filter(([name]) => name.endsWith(".arrow"));
  const rows = Object.fromEntries(
    tables.map(([name, bytes]) => [name, polars.readIPC(Buffer.from(bytes)).height]),
  );
  expect(manifest).toMatchObject({ rows });
  const names = new Set(tables.map(([name]) => name.split(/[/.]/)[0]));
  const known = [...Object.keys(SEGMENT_TABLES), ...Object.keys(UNION_TABLES)];
  expect(names).toEqual(new Set(known));
});
