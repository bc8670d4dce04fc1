// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ConsoleLine } from "./console-line";

afterEach(cleanup);

const onRun = vi.fn<(code: string) => void>();
afterEach(() => onRun.mockReset());

function show(ready: boolean, history: readonly string[] = []): HTMLTextAreaElement {
  render(<ConsoleLine ready={ready} placeholder="why" history={history} onRun={onRun} />);
  return screen.getByRole<HTMLTextAreaElement>("textbox");
}
const write = (line: HTMLTextAreaElement, text: string) =>
  fireEvent.change(line, { target: { value: text } });

test("Enter runs what was written, Shift+Enter does not", () => {
  const line = show(true);
  write(line, "del a");
  fireEvent.keyDown(line, { key: "Enter", shiftKey: true });
  expect(onRun).not.toHaveBeenCalled();
  fireEvent.keyDown(line, { key: "Enter" });
  expect(onRun).toHaveBeenCalledWith("del a");
  expect(line.value).toBe("");
});

test("a program that is not paused takes nothing, and the line says why and keeps what is written", () => {
  const line = show(false);
  expect(line.placeholder).toBe("why");
  expect(line.readOnly).toBe(true);
  fireEvent.keyDown(line, { key: "Enter" });
  expect(onRun).not.toHaveBeenCalled();
});

test("Up and Down go through the history and back to what was being written", () => {
  const line = show(true, ["first", "second"]);
  write(line, "half");
  line.setSelectionRange(0, 0);
  fireEvent.keyDown(line, { key: "ArrowUp" });
  expect(line.value).toBe("second");
  fireEvent.keyDown(line, { key: "ArrowUp" });
  fireEvent.keyDown(line, { key: "ArrowUp" });
  expect(line.value).toBe("first");
  fireEvent.keyDown(line, { key: "ArrowDown" });
  fireEvent.keyDown(line, { key: "ArrowDown" });
  expect(line.value).toBe("half");
});
