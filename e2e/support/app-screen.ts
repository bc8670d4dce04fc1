/** What a person can see and do in the window, as methods; the flows are written in these words. */
import type { Requests, Settings } from "../../electron/contract/requests";
import type { WindowLayout } from "../../electron/contract/window-layout";
import { expect, type ElectronApplication, type Locator, type Page } from "@playwright/test";

export interface DrawnNode {
  readonly key: string;
  readonly kind: string;
  readonly state: "reachable" | "unreachable" | "freed";
  readonly refcount: number | "immortal";
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface WindowState {
  readonly step: number;
  readonly inner: number;
  readonly entry: number;
  readonly steps: number;
  readonly phase: string;
  readonly nodes: readonly DrawnNode[];
  readonly names: readonly {
    readonly name: string;
    readonly scope: string;
    readonly state: string;
    readonly target?: string;
    readonly x: number;
    readonly y: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly state: string;
  }[];
  readonly hulls: readonly {
    readonly id: string;
    readonly state: string;
    readonly members: readonly string[];
    readonly label: string;
  }[];
  readonly transitions: number;
  readonly selection: string | null;
  readonly banner: string;
  readonly status: string;
}

export class AppScreen {
  private readonly app: ElectronApplication;
  readonly page: Page;

  constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
  }

  state(): Promise<WindowState> {
    return this.page.evaluate(() =>
      (window as unknown as { __e2e: { state(): WindowState } }).__e2e.state(),
    );
  }

  async changeSettings(change: Partial<Settings>): Promise<void> {
    await this.page.evaluate(
      (wanted) => (window as unknown as { heap: Requests }).heap.changeSettings(wanted),
      change,
    );
  }

  /** What main has stored. */
  settings(): Promise<Settings> {
    return this.page.evaluate(() => (window as unknown as { heap: Requests }).heap.settings());
  }

  windowLayout(): Promise<WindowLayout | undefined> {
    return this.page.evaluate(() => (window as unknown as { heap: Requests }).heap.windowLayout());
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Waits until the window shows the step and no animation is running. */
  async settledAt(step: number, inner = 0): Promise<WindowState> {
    await expect
      .poll(
        async () => {
          const now = await this.state();
          return `${now.step}.${now.inner} transitions ${now.transitions}`;
        },
        { timeout: 15_000, intervals: [20, 50, 100] },
      )
      .toBe(`${step}.${inner} transitions 0`);
    return this.state();
  }

  async ready(phase: RegExp = /paused-at-end|ended/): Promise<WindowState> {
    await expect.poll(async () => (await this.state()).phase, { timeout: 40_000 }).toMatch(phase);
    return this.state();
  }

  /** The native dialog is the one thing a test cannot click: it answers with this file. */
  async answerOpenDialog(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => {
        Object.assign(globalThis, { openDialogAnswered: true });
        return Promise.resolve({ canceled: false, filePaths: [path] });
      };
      Object.assign(globalThis, { openDialogAnswered: false });
    }, file);
  }

  private isOpenDialogAnswered(): Promise<boolean> {
    return this.app.evaluate(() => Reflect.get(globalThis, "openDialogAnswered") === true);
  }

  async answerSaveDialog(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, file);
  }

  async open(file: string): Promise<void> {
    // The examples are asked for once the page listens to keys.
    const listening = this.page
      .getByTestId("example-card")
      .or(this.page.getByTestId("panel-script"));
    await expect(listening.first()).toBeVisible();
    await this.answerOpenDialog(file);
    // On a busy machine the first key sent to a window that is just being shown can get lost on its way.
    await expect(async () => {
      await this.press("Control+o");
      await expect.poll(() => this.isOpenDialogAnswered(), { timeout: 4000 }).toBe(true);
    }).toPass({ timeout: 20_000 });
    await expect(this.page.getByTestId("panel-script")).toBeVisible();
  }

  /** A real drop with a real path, through the DevTools protocol. */
  async drop(file: string): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await cdp.send("Input.dispatchDragEvent", { type, x: 500, y: 350, data });
    }
  }

  async goToStep(step: number): Promise<WindowState> {
    await this.press("Control+g");
    await this.page.keyboard.type(String(step));
    await this.press("Enter");
    return this.settledAt(step);
  }

  node(state: WindowState, key: string): DrawnNode {
    const found = state.nodes.find((node) => node.key === key);
    if (found === undefined) {
      throw new Error(`${key} is not drawn; drawn: ${state.nodes.map((n) => n.key).join(", ")}`);
    }
    return found;
  }

  output(): Locator {
    return this.page.getByTestId("panel-output");
  }
}

/** Refcounts of the named objects: `-` not drawn, `freed` for a ghost. */
export function refcounts(state: WindowState, ...keys: readonly string[]): string {
  return keys
    .map((key) => {
      const node = state.nodes.find((candidate) => candidate.key === key);
      if (node === undefined) return "-";
      return node.state === "freed" ? "freed" : String(node.refcount);
    })
    .join(",");
}

/** The state without what may differ between two visits of the same step. */
export function picture(state: WindowState): unknown {
  const { selection: _selection, phase: _phase, steps: _steps, status: _status, ...rest } = state;
  return rest;
}
