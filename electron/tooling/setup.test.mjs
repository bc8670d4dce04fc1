import { describe, expect, test } from "vitest";
import { satisfies } from "./setup.mjs";

const wanted = {
  "": { name: "ouroscope" },
  "node_modules/vite": { version: "8.3.8" },
  "node_modules/only-on-windows": { version: "1.0.0", optional: true },
};

describe("the installed dependencies", () => {
  test("are current when every locked version is there; other platforms' packages may be absent", () => {
    expect(satisfies({ wanted, installed: { "node_modules/vite": { version: "8.3.8" } } })).toBe(
      true,
    );
  });

  test("are out of date when a version differs or a package is absent", () => {
    expect(satisfies({ wanted, installed: { "node_modules/vite": { version: "8.3.7" } } })).toBe(
      false,
    );
    expect(satisfies({ wanted, installed: {} })).toBe(false);
  });
});
