/** The lesson that lies beside a script: `cycle.lesson.md` beside `cycle.py`. */
import fs from "node:fs";
import path from "node:path";
import type { Lesson } from "../contract/lesson";
import type { Answer } from "../contract/requests";
import { parseLesson } from "./lesson-text";
import { decodeScript, reasonOf } from "./script-file";

/** A text for people is never as long as this. */
const mostBytes = 256 * 1024;

/** Undefined where there is none; a notebook has its own text between its cells. */
export function readLesson(script: string): Answer<Lesson | undefined> {
  const { dir, name, ext } = path.parse(script);
  if (ext.toLowerCase() === ".ipynb") return { ok: true, value: undefined };
  const file = path.join(dir, `${name}.lesson.md`);
  try {
    if (!fs.existsSync(file)) return { ok: true, value: undefined };
    if (fs.statSync(file).size > mostBytes) {
      const reason = "The file is too long for a lesson: at most 256 KiB are read.";
      return { ok: false, failure: { kind: "lesson-damaged", path: file, line: 1, reason } };
    }
    const lesson = parseLesson(
      fs.readFileSync(file, "utf8"),
      decodeScript(fs.readFileSync(script)),
    );
    if (lesson.ok) return lesson;
    const { line, reason } = lesson;
    return { ok: false, failure: { kind: "lesson-damaged", path: file, line, reason } };
  } catch (error) {
    return { ok: false, failure: { kind: "file-unreadable", path: file, reason: reasonOf(error) } };
  }
}
