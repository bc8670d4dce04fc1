/** Serves the built page under app://ui/, nothing outside its folder, with the policy that lets it reach nothing else. */
import { protocol } from "electron";
import fs from "node:fs/promises";
import path from "node:path";
import { fileForAddress } from "./page-address";

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** Must run before the app is ready. */
export function announcePageScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  };
  protocol.registerSchemesAsPrivileged([{ scheme: "app", privileges }]);
}

export function servePage(folder: string): void {
  protocol.handle("app", async (request) => {
    const file = fileForAddress(request.url, folder);
    if (file === undefined) return new Response("Forbidden", { status: 403 });
    try {
      const content = await fs.readFile(file);
      return new Response(new Uint8Array(content), { headers: headersFor(file) });
    } catch {
      // The page asked for something that was not built.
      return new Response("Not found", { status: 404 });
    }
  });
}

function headersFor(file: string): Record<string, string> {
  return {
    "Content-Type": contentTypes[path.extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": contentPolicy,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  };
}
