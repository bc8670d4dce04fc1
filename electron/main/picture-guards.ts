/** Turns what a page sent to be saved as a picture or as data into the contract's types, or throws. */
import {
  dataEndings,
  type SaveData,
  type SaveManner,
  type SavePicture,
} from "../contract/requests";
import { oneOf } from "./graph-guards";
import { refuse, textArgument } from "./request-guards";
import { isRecord } from "./stored-json";

const largestFile = 1024 * 1024 * 1024;
const longestDrawing = 256 * 1024 * 1024;
const longestData = 256 * 1024 * 1024;
/** Ten metres. */
const largestPage = 10_000;

export function pictureArgument(value: unknown): SavePicture {
  if (!isRecord(value)) return refuse("a picture");
  const suggestedName = textArgument(value["suggestedName"]);
  const format = oneOf(value["format"], ["png", "svg", "gif", "webm", "pdf"]);
  if (format !== "pdf")
    return { suggestedName, format, bytes: bytesArgument(value["bytes"], largestFile) };
  return {
    suggestedName,
    format,
    title: textArgument(value["title"]),
    svg: drawingArgument(value["svg"]),
    width: lengthArgument(value["width"]),
    height: lengthArgument(value["height"]),
  };
}

export function dataArgument(value: unknown): SaveData {
  if (!isRecord(value)) return refuse("data to save");
  const { suggestedName, ending, text } = value;
  return {
    suggestedName: textArgument(suggestedName),
    ending: oneOf(ending, dataEndings),
    text: typeof text === "string" && text.length <= longestData ? text : refuse("a text to save"),
  };
}

export function mannerArgument(value: unknown): SaveManner {
  return oneOf(value, ["ask", "again"]);
}

export function thumbnailArgument(value: unknown): Uint8Array {
  return bytesArgument(value, 1024 * 1024);
}

function bytesArgument(value: unknown, most: number): Uint8Array {
  return value instanceof Uint8Array && value.byteLength <= most ? value : refuse("a file");
}

function drawingArgument(value: unknown): string {
  const isDrawing =
    typeof value === "string" && value.length <= longestDrawing && value.startsWith("<svg ");
  return isDrawing ? value : refuse("a drawing");
}

function lengthArgument(value: unknown): number {
  return typeof value === "number" && value > 0 && value <= largestPage
    ? value
    : refuse("a length in millimetres");
}
