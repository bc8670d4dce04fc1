/** The scripts a person can open: files, the recent ones among them, and the bundled examples. */
import fs from "node:fs";
import path from "node:path";
import type { Answer, ExampleCard, OpenedFile, RecentFile } from "../contract/requests";
import type { ScriptSource } from "../contract/session-events";
import { isRecordingFile } from "../session/recording-disk";
import { readScript } from "../session/script-file";
import { isRecord, storedJson } from "./stored-json";

export interface ScriptStore {
  /** A recording is yet to be read. */
  openFile(file: string): Answer<OpenedFile>;
  openExample(id: string): Answer<ScriptSource>;
  /** What stands on disk now, of a script opened before. */
  reread(file: string): Answer<ScriptSource>;
  /** Puts a file at the top of the recent ones. */
  remember(file: string): void;
  examples(): readonly ExampleCard[];
  recentFiles(): readonly RecentFile[];
  forgetRecent(file: string): readonly RecentFile[];
}

interface StoredRecent {
  readonly path: string;
  readonly opened: string;
}

interface CatalogueEntry {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly lesson: string;
  readonly file: string;
}

const recentLimit = 12;
const scriptEndings: ReadonlySet<string> = new Set([".py", ".pyw", ".ipynb"]);

export function createScriptStore(dataFolder: string, examplesFolder: string): ScriptStore {
  const recent = storedJson(path.join(dataFolder, "recent.json"), parseRecent);

  const listRecent = (): readonly RecentFile[] => recent.read().map(describeRecent);
  const isExample = (file: string): boolean => path.dirname(file) === examplesFolder;
  const catalogue = (): readonly CatalogueEntry[] =>
    storedJson(path.join(examplesFolder, "catalogue.json"), parseCatalogue).read();

  function remember(file: string): void {
    const others = recent.read().filter((entry) => entry.path !== file);
    const opened = new Date().toISOString();
    recent.write([{ path: file, opened }, ...others].slice(0, recentLimit));
  }

  return {
    remember,
    openFile(file) {
      // What was dropped need not be a file on disk; then it has no path.
      if (isRecordingFile(file) && path.isAbsolute(file))
        return { ok: true, value: { kind: "recording", path: file } };
      const isScript = scriptEndings.has(path.extname(file).toLowerCase());
      if (!isScript || !path.isAbsolute(file)) {
        return { ok: false, failure: { kind: "unsupported-file", path: file } };
      }
      const answer = readScript(file, isExample(file));
      if (!answer.ok) return answer;
      if (!answer.value.example) remember(file);
      return { ok: true, value: { kind: "script", script: answer.value } };
    },
    openExample(id) {
      const example = catalogue().find((entry) => entry.id === id);
      const file = path.join(examplesFolder, example?.file ?? id);
      if (example) return readScript(file, true);
      const reason = "there is no such example";
      return { ok: false, failure: { kind: "file-unreadable", path: file, reason } };
    },
    reread: (file) => readScript(file, isExample(file)),
    examples: () =>
      catalogue().map(({ id, group, title, lesson, file }) => {
        const source = readScript(path.join(examplesFolder, file), true);
        return { id, group, title, lesson, text: source.ok ? source.value.text : "" };
      }),
    recentFiles: listRecent,
    forgetRecent(file) {
      recent.write(recent.read().filter((entry) => entry.path !== file));
      return listRecent();
    },
  };
}

function describeRecent({ path: file, opened }: StoredRecent): RecentFile {
  return {
    path: file,
    name: path.basename(file),
    folder: path.dirname(file),
    opened,
    missing: !fs.existsSync(file),
  };
}

function parseRecent(content: unknown): readonly StoredRecent[] {
  if (!Array.isArray(content)) return [];
  return content.filter(isStoredRecent).slice(0, recentLimit);
}

function isStoredRecent(entry: unknown): entry is StoredRecent {
  return (
    isRecord(entry) &&
    typeof entry["path"] === "string" &&
    path.isAbsolute(entry["path"]) &&
    typeof entry["opened"] === "string" &&
    !Number.isNaN(Date.parse(entry["opened"]))
  );
}

function parseCatalogue(content: unknown): readonly CatalogueEntry[] {
  if (!Array.isArray(content)) return [];
  return content.filter(
    (entry): entry is CatalogueEntry =>
      isRecord(entry) &&
      ["id", "group", "title", "lesson", "file"].every((field) => typeof entry[field] === "string"),
  );
}
