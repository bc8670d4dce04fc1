/** Where texts of the window are suggested to be saved, and under which kind of file: data, and copies of a script. */
import path from "node:path";
import type { SaveData } from "../contract/requests";
import type { SaveWish } from "./saving-dialog";

const dataNames: Readonly<Record<SaveData["ending"], string>> = {
  json: "JSON",
  dot: "Graphviz DOT",
  graphml: "GraphML",
  mmd: "Mermaid",
  csv: "CSV table",
};

export function dataWish(folder: string, { suggestedName, ending, text }: SaveData): SaveWish {
  return {
    purpose: "data",
    title: "Export data",
    file: path.join(folder, path.basename(suggestedName)),
    kind: { name: dataNames[ending], ending },
    content: () => Promise.resolve(text),
  };
}

export function scriptWish(folder: string, suggestedName: string, text: string): SaveWish {
  return {
    purpose: "script",
    title: "Save a copy of the script",
    file: path.join(folder, path.basename(suggestedName)),
    kind: { name: "Python script", ending: "py" },
    content: () => Promise.resolve(text),
  };
}
