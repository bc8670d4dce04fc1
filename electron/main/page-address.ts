/** Addresses of the page: app://ui/... and the files of the built page they stand for. */
import path from "node:path";

export const pageOrigin = "app://ui";

/** Undefined for an address of another host, or one that leads out of the folder. */
export function fileForAddress(address: string, folder: string): string | undefined {
  const url = new URL(address);
  if (url.host !== "ui") return undefined;
  const wanted = decodePath(url.pathname);
  if (wanted === undefined || wanted.includes("\0")) return undefined;
  const file = path.resolve(folder, `.${wanted === "/" ? "/index.html" : wanted}`);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

function decodePath(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // A percent sign that encodes nothing.
    return undefined;
  }
}
