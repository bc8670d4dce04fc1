import { describe, expect, test } from "vitest";
import { chooseRuntime } from "./electron-runtime.mjs";

const bare = {
  override: false,
  official: false,
  fallbackIsReady: false,
  fallbackFits: true,
  canDownload: false,
};

describe("the Electron that is used", () => {
  test("is the one somebody named, whatever else is there", () => {
    expect(chooseRuntime({ ...bare, override: true, official: true })).toBe("override");
  });

  test("is the official one when it is installed, even beside a fallback", () => {
    expect(chooseRuntime({ ...bare, official: true, fallbackIsReady: true })).toBe("official");
  });

  test("is the cached fallback rather than a new download", () => {
    expect(chooseRuntime({ ...bare, fallbackIsReady: true, canDownload: true })).toBe("fallback");
  });

  test("is downloaded officially where that can be reached", () => {
    expect(chooseRuntime({ ...bare, canDownload: true })).toBe("download");
  });

  test("is the fallback where the official download is out of reach and the machine fits", () => {
    expect(chooseRuntime(bare)).toBe("fallback");
    expect(chooseRuntime({ ...bare, fallbackFits: false })).toBe("none");
  });
});
