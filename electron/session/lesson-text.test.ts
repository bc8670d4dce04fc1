import { expect, test } from "vitest";
import { parseLesson } from "./lesson-text";

const script = "import gc\na = []\n    del a\ngc.collect()\n";
const parse = (...lines: readonly string[]) => parseLesson(lines.join("\n"), script);

test("a lesson has an introduction, steps at lines of the script, and questions", () => {
  const answer = parse(
    "# Title",
    "Some words",
    "on two lines.",
    "",
    "- one",
    "- two",
    "## First",
    "at: del a",
    "turn: 2",
    "",
    "Gone.",
    "",
    "ask: What does it return?",
    "answer: returned by gc.collect()",
    "",
    "Because.",
    "## Second",
    "at: `a = []`",
  );
  expect(answer).toEqual({
    ok: true,
    value: {
      title: "Title",
      introduction: [
        { kind: "paragraph", text: "Some words on two lines." },
        { kind: "list", items: ["one", "two"] },
      ],
      steps: [
        {
          title: "First",
          at: { code: "del a", turn: 2 },
          text: [{ kind: "paragraph", text: "Gone." }],
          question: {
            ask: "What does it return?",
            fact: { kind: "returned" },
            after: "gc.collect()",
            explanation: [{ kind: "paragraph", text: "Because." }],
          },
        },
        { title: "Second", at: { code: "a = []", turn: 1 }, text: [] },
      ],
    },
  });
});

test.each([
  ["refcount of a after a = []", { kind: "refcount", name: "a" }],
  ["alive MyObject after a = []", { kind: "alive", type: "MyObject" }],
  ["returned by a = []", { kind: "returned" }],
])("an answer is %s", (answer, fact) => {
  const lesson = parse("# T", "## S", "at: a = []", "ask: What?", `answer: ${answer}`);
  expect(lesson).toMatchObject({
    value: { steps: [{ question: { fact, after: "a = []" } }] },
  });
});

test.each([
  ["nothing", [], 1, "A lesson begins with its title"],
  ["words before the title", ["", "Words", "# T"], 2, "A lesson begins with its title"],
  ["a step before the title", ["## S"], 1, "A lesson begins with its title"],
  ["two titles", ["# T", "# T"], 2, "one title"],
  ["no step", ["# T", "Words."], 1, "There is no step"],
  ["a field in the introduction", ["# T", "at: a = []", "## S"], 2, "belongs under the title"],
  ["a step without a line", ["# T", "", "## S", "Words."], 3, 'The step "S" has no line'],
  ["a line the script has not", ["# T", "## S", "at: b = []"], 3, "no line: b = []"],
  ["an empty line", ["# T", "## S", "at:"], 3, "is missing"],
  ["two lines", ["# T", "## S", "at: a = []", "at: a = []"], 4, 'one "at:" only'],
  ["a turn that is no number", ["# T", "## S", "at: a = []", "turn: last"], 4, "is a number"],
  ["a question without answer", ["# T", "## S", "at: a = []", "ask: What?"], 4, "A question is"],
  ["an answer without question", ["# T", "## S", "at: a = []", "answer: 3"], 4, "A question is"],
  [
    "an answer written as a number",
    ["# T", "## S", "at: a = []", "ask: What?", "answer: 3"],
    5,
    "An answer is",
  ],
  [
    "an answer after an unknown line",
    ["# T", "## S", "at: a = []", "ask: What?", "answer: returned by collect()"],
    5,
    "no line: collect()",
  ],
])("a file with %s says where and what to write", (_what, lines, line, reason) => {
  const answer = parse(...lines);
  expect(answer).toMatchObject({ ok: false, line });
  expect(answer).toHaveProperty("reason", expect.stringContaining(reason));
});
