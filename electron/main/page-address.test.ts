import path from "node:path";
import { expect, test } from "vitest";
import { fileForAddress } from "./page-address";

const folder = path.resolve("/app/out/renderer");

test("addresses lead into the built page", () => {
  expect(fileForAddress("app://ui/", folder)).toBe(path.join(folder, "index.html"));
  expect(fileForAddress("app://ui/assets/a%20b.js?v=1", folder)).toBe(
    path.join(folder, "assets", "a b.js"),
  );
});

test.each([
  "app://other/index.html",
  "app://ui/%2e%2e%2f%2e%2e%2fetc/passwd",
  "app://ui/..%2f..%2fmain/main.js",
  "app://ui/%00",
  "app://ui/%zz",
])("%s leads nowhere", (address) => {
  expect(fileForAddress(address, folder)).toBeUndefined();
});
