import { describe, expect, test } from "vitest";
import { failureText, outcomeNotice, phaseNotice } from "./failure-text";

describe("how a run ended", () => {
  test("an exception is named with its line and what is kept", () => {
    const notice = outcomeNotice(
      { kind: "raised", exitCode: 1, line: 12, type: "ValueError", message: "no luck" },
      41,
    );
    expect(notice?.title).toBe("The script stopped: ValueError at line 12.");
    expect(notice?.body).toBe("no luck. Everything up to step 41 is recorded.");
    expect(notice?.actions.map((action) => action.kind)).toEqual(["go-to-line", "run-again"]);
  });

  test("a signal is told by its number", () => {
    const notice = outcomeNotice(
      { kind: "killed", exitCode: undefined, signal: "SIGKILL", line: 3 },
      38,
    );
    expect(`${notice?.title} ${notice?.body}`).toBe(
      "Python ended unexpectedly (signal 9). 38 steps were saved.",
    );
  });

  test("a good end needs no words", () => {
    expect(outcomeNotice({ kind: "finished", exitCode: 0 }, 9)).toBeUndefined();
  });
});

describe("while it runs", () => {
  test("the step limit offers as many steps again", () => {
    const notice = phaseNotice({ kind: "step-limit-reached", steps: 10_000, line: 3 }, 10_000);
    expect(notice?.title).toBe("Stopped after 10,000 recorded steps.");
    expect(notice?.actions[0]).toEqual({ kind: "keep-going", title: "Continue 10,000 more" });
  });

  test("waiting for input is no trouble", () => {
    expect(phaseNotice({ kind: "waiting-for-input", line: 1 }, 0)?.calm).toBe(true);
  });
});

test("every failure has a title and a key of its own", () => {
  const notices = [
    failureText({ kind: "no-python", looked: [] }),
    failureText({ kind: "python-too-old", path: "/p", version: "3.7.2" }),
    failureText({ kind: "python-not-runnable", path: "/p", reason: "denied" }),
    failureText({ kind: "file-unreadable", path: "/a/b.py", reason: "denied" }),
    failureText({ kind: "unsupported-file", path: "/a.txt" }),
    failureText({ kind: "agent-silent", detail: "" }),
    failureText({ kind: "wire-damaged", detail: "" }),
    failureText({ kind: "save-failed", path: "/x", reason: "no permission" }),
  ];
  expect(new Set(notices.map((notice) => notice.key)).size).toBe(notices.length);
  expect(notices[1]?.title).toBe("Python 3.7.2 is too old.");
  expect(notices[7]?.title).toBe("Could not save: no permission");
});
