import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { ResumeUntil } from "../contract/breakpoint";
import { findTestPythons } from "./interpreters-for-tests";
import { sessionOver, type TestSession } from "./session-for-tests";

const { pythons } = await findTestPythons();
const traced = new Set(["3.9", "3.10", "3.11"]);
const byTrace = pythons.filter(({ version }) => traced.has(version));
const byMonitoring = pythons.filter(({ version }) => !traced.has(version));
/** One of each way of stepping, and the newest. */
const chosen = [
  ...new Set([...byTrace.slice(-1), ...byMonitoring.slice(0, 1), ...byMonitoring.slice(-1)]),
];

let run: TestSession;
afterEach(() => run.end());

const mark = (line: number, file = "", condition = "") => ({ file, line, condition });
const atLine =
  (line: number, file = "") =>
  (phase: { line?: number | undefined; file: string }) =>
    phase.line === line && phase.file === file;
/** The person's code has begun: it says nothing by which one could know. */
const begun = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
const loop = [
  "total = 0",
  "for n in range(5):",
  "    square = n * n",
  "    total += square",
  "print(total)",
];
const calls = ["def f(x):", "    y = [x]", "    return y", "a = f(1)", "b = f(2)", "c = 3"];

describe.each(chosen)("on $full,", (python) => {
  test("a breakpoint pauses before its line each time, and going on leads to the end", async () => {
    run = sessionOver(python, { "script.py": loop }, { breakpoints: [mark(4)] });
    await run.until("paused-at-line", atLine(4));
    expect(run.steps().at(-1)).toMatchObject({ line: 3, nextLine: 4 });
    run.session.resume("breakpoint");
    await run.until("paused-at-line", () => run.steps().length === 7);
    run.session.setBreakpoints([]);
    run.session.resume("breakpoint");
    await run.until("paused-at-end");
    expect(run.text("stdout")).toBe("30\n");
  });

  test("a condition decides, and one that raises pauses and says why", async () => {
    const breakpoints = [mark(4, "", "n == 3"), mark(5, "", "nonsense > 1")];
    run = sessionOver(python, { "script.py": loop }, { breakpoints });
    await run.until("paused-at-line", atLine(4));
    run.session.execute("n");
    await run.until("paused-at-line", () => run.text("stdout") === "3\n");
    run.session.resume("breakpoint");
    await run.until("paused-at-line", atLine(5));
    expect(run.text("stderr")).toContain("nonsense");
  });

  test("steps go into, over and out of calls", async () => {
    run = sessionOver(python, { "script.py": calls }, { breakpoints: [mark(4)] });
    await run.until("paused-at-line", atLine(4));
    const ways: readonly (readonly [ResumeUntil, number])[] = [
      ["into", 2],
      ["over", 3],
      ["out", 5],
      ["over", 6],
    ];
    for (const [until, line] of ways) {
      run.session.resume(until);
      expect((await run.until("paused-at-line", atLine(line))).reason).toBe("stepped");
    }
  });

  test("a line can be run to once", async () => {
    run = sessionOver(python, { "script.py": loop }, { breakpoints: [mark(2)] });
    await run.until("paused-at-line", atLine(2));
    run.session.setBreakpoints([]);
    run.session.resume("breakpoint", mark(4));
    await run.until("paused-at-line", atLine(4));
    run.session.resume("breakpoint");
    await run.until("paused-at-end");
    expect(run.text("stdout")).toBe("30\n");
  });

  test("breakpoints in another file of the person's pause there, and its text can be had", async () => {
    const shop = ["def sell(price):", "    coins = [price]", "    return coins"];
    const files = { "script.py": ["import shop", "shop.sell(3)", "print('bye')"], "shop.py": shop };
    run = sessionOver(python, files);
    await run.until("paused-at-end");
    const file = path.join(run.folder, "shop.py");
    expect(
      run
        .steps()
        .filter((step) => step.file === file)
        .map(({ line }) => line),
    ).toEqual([1, 2, 3]);
    expect(await run.session.engine.ask({ kind: "source-text", file })).toBe(
      `${shop.join("\n")}\n`,
    );
    await run.end();
    run = sessionOver(python, files);
    run.session.setBreakpoints([mark(3, path.join(run.folder, "shop.py"))]);
    await run.until("paused-at-line", atLine(3, path.join(run.folder, "shop.py")));
  });

  test("what the person runs at a pause is a step with its output; errors leave the program paused", async () => {
    run = sessionOver(python, { "script.py": loop }, { breakpoints: [mark(5)] });
    await run.until("paused-at-line", atLine(5));
    const before = run.steps().length;
    run.session.execute("total = 'changed'");
    await run.until("paused-at-line", () => run.steps().length === before + 1);
    expect(run.steps().at(-1)).toMatchObject({ code: "total = 'changed'", events: ["person"] });
    run.session.execute("1 / 0");
    await run.until("paused-at-line", () => run.steps().length === before + 2);
    expect(run.text("stderr")).toContain("ZeroDivisionError");
    run.session.resume("breakpoint");
    await run.until("paused-at-end");
    expect(run.text("stdout")).toBe("changed\n");
    run.session.execute("len(total)");
    await run.until("paused-at-end", () => run.text("stdout") === "changed\n7\n");
    expect(run.text("console")).toBe("total = 'changed'\n1 / 0\nlen(total)\n");
  });

  test("a running program pauses when asked, and can be stopped there", async () => {
    const endless = ["n = 0", "while True:", "    n += 1"];
    run = sessionOver(python, { "script.py": endless }, { maxSteps: 1_000_000 });
    await run.until("running");
    run.session.pause();
    await run.until("paused-at-line", ({ reason }) => reason === "stepped");
    const recorded = run.steps().length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(run.steps().length).toBe(recorded);
    run.session.stop();
    expect((await run.until("ended")).outcome).toMatchObject({ kind: "stopped" });
  });

  test("the time limit stands still at a pause", async () => {
    run = sessionOver(
      python,
      { "script.py": loop },
      { breakpoints: [mark(4)], timeLimitSeconds: 1 },
    );
    await run.until("paused-at-line");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(run.session.phase().kind).toBe("paused-at-line");
  });

  test("the person's code that cannot be interrupted is ended with the program by a second stop", async () => {
    run = sessionOver(python, { "script.py": loop });
    await run.until("paused-at-end");
    run.session.execute("sum(iter(int, 1))");
    await run.until("running");
    await begun();
    run.session.stop();
    run.session.stop();
    expect((await run.until("ended")).outcome).toMatchObject({ kind: "stopped" });
    expect(run.steps()).toHaveLength(19);
  });

  test("the person's endless code is interrupted by stop, and the program stays paused", async () => {
    run = sessionOver(python, { "script.py": loop });
    await run.until("paused-at-end");
    run.session.execute("while True: pass");
    await run.until("running");
    await begun();
    run.session.stop();
    await run.until("paused-at-end");
    expect(run.text("stderr")).toContain("KeyboardInterrupt");
    run.session.stop();
    expect((await run.until("ended")).outcome).toEqual({ kind: "finished", exitCode: 0 });
  });
});
