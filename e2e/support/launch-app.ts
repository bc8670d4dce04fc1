/** The fixtures of every flow: the built app with a profile of its own, and its window; nothing may go wrong unseen in either. */
import {
  _electron,
  test as base,
  type ElectronApplication,
  type Page,
  type TestInfo,
} from "@playwright/test";
import fs from "node:fs";
import path from "node:path";
import { ensureElectron } from "../../electron/tooling/electron-runtime.mjs";

interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface AppOptions {
  /** What stands after the app on its command line, for example a script. */
  readonly appArguments: readonly string[];
  /** Environment variables that differ from ours. */
  readonly environment: Readonly<Record<string, string>>;
  /** Animations are off, except in the tests that are about them. */
  readonly motion: "reduced" | "full";
  /** Errors on the console that a test provokes on purpose. */
  readonly expectedErrors: RegExp | undefined;
}

interface AppFixtures {
  readonly launcher: Launcher;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Quits the app and starts it again with the same profile. */
  readonly relaunch: () => Promise<RunningApp>;
}

const appFolder = path.resolve(import.meta.dirname, "../..");

export const expect = base.expect;

export const test = base.extend<AppFixtures & AppOptions>({
  appArguments: [[], { option: true }],
  environment: [{}, { option: true }],
  motion: ["reduced", { option: true }],
  expectedErrors: [undefined, { option: true }],
  launcher: async ({ appArguments, environment, motion, expectedErrors }, use, info) => {
    const launcher = new Launcher(info, { appArguments, environment, motion, expectedErrors });
    await use(launcher);
    await launcher.finish();
    expect(launcher.problems, "errors on the console").toEqual([]);
  },
  app: async ({ launcher }, use) => {
    await use(await launcher.launch());
  },
  page: async ({ app, launcher }, use) => {
    await use(await launcher.window(app));
  },
  relaunch: async ({ launcher }, use) => {
    await use(async () => {
      await launcher.quit();
      const app = await launcher.launch();
      return { app, page: await launcher.window(app) };
    });
  },
});

class Launcher {
  readonly problems: string[] = [];
  private readonly log: string[] = [];
  private readonly profile: string;
  private readonly info: TestInfo;
  private readonly options: AppOptions;
  private running: ElectronApplication | undefined;

  constructor(info: TestInfo, options: AppOptions) {
    this.info = info;
    this.options = options;
    this.profile = info.outputPath("profile");
  }

  async launch(): Promise<ElectronApplication> {
    const packaged = process.env["OUROSCOPE_APP"];
    const app = await _electron.launch({
      executablePath: packaged ?? (await ensureElectron()).executable,
      args: [
        `--user-data-dir=${this.profile}`,
        "--force-device-scale-factor=1",
        "--lang=en-US",
        ...(packaged === undefined ? [appFolder] : []),
        "--e2e",
        ...this.options.appArguments,
      ],
      env: {
        ...inheritedEnvironment(),
        DBUS_SESSION_BUS_ADDRESS: "disabled:",
        LANGUAGE: "en",
        ...this.options.environment,
      },
    });
    this.running = app;
    this.watch(app);
    await app.context().tracing.start({ snapshots: true });
    return app;
  }

  async window(app: ElectronApplication): Promise<Page> {
    const page = await app.firstWindow();
    // Playwright sets the preference of every page itself, so no switch of Chromium's would last.
    const reducedMotion = this.options.motion === "reduced" ? "reduce" : "no-preference";
    await page.emulateMedia({ reducedMotion });
    return page;
  }

  async quit(): Promise<void> {
    const app = this.running;
    this.running = undefined;
    if (app === undefined) return;
    const failed = this.info.status !== this.info.expectedStatus;
    const trace = this.info.outputPath("trace.zip");
    // A test may have ended the app itself; then there is nothing left to trace or close.
    await app
      .context()
      .tracing.stop(failed ? { path: trace } : {})
      .catch(() => undefined);
    await app.close().catch(() => undefined);
  }

  async finish(): Promise<void> {
    await this.quit();
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
    const failed = this.info.status !== this.info.expectedStatus || this.problems.length > 0;
    if (failed) fs.writeFileSync(this.info.outputPath("app.log"), this.log.join(""));
  }

  private watch(app: ElectronApplication): void {
    const keep = (chunk: Buffer): void => {
      const text = String(chunk);
      this.log.push(text);
      if (/JavaScript error occurred|Unhandled ?(Promise)?Rejection/i.test(text)) this.note(text);
    };
    app.process().stdout?.on("data", keep);
    app.process().stderr?.on("data", keep);
    const watchPage = (page: Page): void => {
      page.on("pageerror", (error) => this.note(String(error)));
      page.on("console", (message) => {
        this.log.push(`[page ${message.type()}] ${message.text()}\n`);
        if (message.type() === "error") this.note(message.text());
      });
    };
    for (const page of app.windows()) watchPage(page);
    app.on("window", watchPage);
  }

  private note(problem: string): void {
    if (this.options.expectedErrors?.test(problem) !== true) this.problems.push(problem);
  }
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((e): e is [string, string] => e[1] !== undefined));
}
