/** Reads the text of a lesson file. What it may hold is said for teachers in `assets/help/lessons.md`. */
import type {
  Lesson,
  LessonBlock,
  LessonFact,
  LessonQuestion,
  LessonStep,
} from "../contract/lesson";

export type LessonText =
  | { readonly ok: true; readonly value: Lesson }
  /** `line` from 1; the reason is a sentence for the teacher. */
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** A part of the file under one heading. */
interface Section {
  readonly line: number;
  readonly heading: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

class LessonMistake extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** `script` is the text of the script it is about: a step belongs to one of its lines. */
export function parseLesson(text: string, script: string): LessonText {
  const known = new Set(script.split("\n").map((line) => line.trim()));
  try {
    const [head, ...sections] = sectionsOf(text);
    if (head === undefined) throw new LessonMistake(1, "A lesson begins with its title: # Title");
    const [first] = sections;
    if (first === undefined)
      throw new LessonMistake(head.line, "There is no step: write ## and its title.");
    const fields = fieldsOf(head);
    const field = [...fields.values()][0];
    if (field !== undefined)
      throw new LessonMistake(field.number, "This belongs under the title of a step: ## Title");
    return {
      ok: true,
      value: {
        title: head.heading,
        introduction: blocksOf(head.lines.map((line) => line.text)),
        steps: sections.map((section) => stepOf(section, known)),
      },
    };
  } catch (error) {
    if (!(error instanceof LessonMistake)) throw error;
    return { ok: false, line: error.line, reason: error.message };
  }
}

function sectionsOf(text: string): readonly Section[] {
  const sections: { line: number; heading: string; lines: { number: number; text: string }[] }[] =
    [];
  for (const [place, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const number = place + 1;
    const heading = /^(#{1,2})\s+(.*\S)\s*$/.exec(line);
    const current = sections.at(-1);
    if (heading?.[2] !== undefined) {
      const isTitle = heading[1] === "#";
      if (isTitle !== (current === undefined))
        throw new LessonMistake(
          number,
          isTitle
            ? "A lesson has one title; a step begins with ## and its title."
            : "A lesson begins with its title: # Title",
        );
      sections.push({ line: number, heading: heading[2], lines: [] });
    } else if (current !== undefined) current.lines.push({ number, text: line.trimEnd() });
    else if (line.trim() !== "")
      throw new LessonMistake(number, "A lesson begins with its title: # Title");
  }
  return sections;
}

type FieldName = "at" | "turn" | "ask" | "answer";
interface Field {
  readonly number: number;
  readonly text: string;
}

function isFieldName(name: string | undefined): name is FieldName {
  return name === "at" || name === "turn" || name === "ask" || name === "answer";
}

function fieldOf(text: string): { readonly name: FieldName; readonly value: string } | undefined {
  const match = /^(at|turn|ask|answer):\s*(.*)$/.exec(text);
  const [, name, value = ""] = match ?? [];
  return isFieldName(name) ? { name, value: value.trim() } : undefined;
}

function fieldsOf({ lines }: Section): ReadonlyMap<FieldName, Field> {
  const fields = new Map<FieldName, Field>();
  for (const { number, text } of lines) {
    const field = fieldOf(text);
    if (field === undefined) continue;
    if (fields.has(field.name))
      throw new LessonMistake(number, `A step has one "${field.name}:" only.`);
    fields.set(field.name, { number, text: field.value });
  }
  return fields;
}

function stepOf(section: Section, known: ReadonlySet<string>): LessonStep {
  const fields = fieldsOf(section);
  const at = fields.get("at");
  if (at === undefined)
    throw new LessonMistake(
      section.line,
      `The step "${section.heading}" has no line: write at: and a line of the script.`,
    );
  const code = lineOf(at.text, at.number, known);
  const answer = fields.get("answer");
  const question = questionOf(section, fields, known);
  const isAfter = (number: number): boolean => answer !== undefined && number > answer.number;
  const text = section.lines.filter(
    (line) => !isAfter(line.number) && fieldOf(line.text) === undefined,
  );
  return {
    title: section.heading,
    at: { code, turn: turnOf(fields.get("turn")) },
    text: blocksOf(text.map((line) => line.text)),
    ...(question === undefined ? {} : { question }),
  };
}

function lineOf(code: string, number: number, known: ReadonlySet<string>): string {
  const line = code.replace(/^`(.*)`$/, "$1").trim();
  if (line !== "" && known.has(line)) return line;
  throw new LessonMistake(
    number,
    line === "" ? "Here a line of the script is missing." : `The script has no line: ${line}`,
  );
}

function turnOf(field: Field | undefined): number {
  if (field === undefined) return 1;
  if (/^[1-9]\d{0,5}$/.test(field.text)) return Number(field.text);
  throw new LessonMistake(field.number, "A turn is a number: 1, 2, 3 and so on.");
}

function questionOf(
  section: Section,
  fields: ReadonlyMap<FieldName, Field>,
  known: ReadonlySet<string>,
): LessonQuestion | undefined {
  const [ask, answer] = [fields.get("ask"), fields.get("answer")];
  if (ask === undefined && answer === undefined) return undefined;
  if (ask === undefined || answer === undefined || ask.number > answer.number || ask.text === "")
    throw new LessonMistake(
      (answer ?? ask)?.number ?? section.line,
      "A question is a line with ask: and after it a line with answer:",
    );
  const { fact, code } = factOf(answer);
  const explanation = section.lines.filter(
    (line) => line.number > answer.number && fieldOf(line.text) === undefined,
  );
  return {
    ask: ask.text,
    fact,
    after: lineOf(code, answer.number, known),
    explanation: blocksOf(explanation.map((line) => line.text)),
  };
}

function factOf({ text, number }: Field): { readonly fact: LessonFact; readonly code: string } {
  const returned = /^returned by (.+)$/.exec(text);
  if (returned?.[1] !== undefined) return { fact: { kind: "returned" }, code: returned[1] };
  const [, what, of, code] = /^(refcount of|alive) (\S+) after (.+)$/.exec(text) ?? [];
  if (what === undefined || of === undefined || code === undefined)
    throw new LessonMistake(
      number,
      "An answer is: returned by LINE, or refcount of NAME after LINE, or alive TYPE after LINE.",
    );
  return what === "alive"
    ? { fact: { kind: "alive", type: of }, code }
    : { fact: { kind: "refcount", name: of }, code };
}

function blocksOf(lines: readonly string[]): readonly LessonBlock[] {
  const parts = lines.join("\n").split(/\n\s*\n/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): LessonBlock => {
      if (!/^[-*] /.test(part))
        return { kind: "paragraph", text: part.replaceAll(/\s*\n\s*/g, " ") };
      const items = part.split(/\n(?=[-*] )/);
      return {
        kind: "list",
        items: items.map((item) => item.replace(/^[-*] /, "").replaceAll(/\s*\n\s*/g, " ")),
      };
    });
}
