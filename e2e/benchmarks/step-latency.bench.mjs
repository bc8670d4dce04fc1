// How long a step takes from the key press to the painted picture, in the built app: `node electron/tooling/display.mjs node e2e/benchmarks/step-latency.bench.mjs [PYTHON]`.
// Run by hand; prints one table and judges nothing, because a busy machine would fail any limit.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { _electron } from "@playwright/test";
import { ensureElectron } from "../../electron/tooling/electron-runtime.mjs";
import { projectRoot } from "../../electron/tooling/project-root.mjs";

const python = process.argv[2];
const pressesEach = 40;
const recordings = [
  { cards: 8, objects: 6, lines: 650 },
  { cards: 150, objects: 200, lines: 520 },
];

/** A list of objects, then a loop that names one after the other: about 2,000 steps in all. */
const script = ({ objects, lines }) => `class Item:
    def __init__(self, number):
        self.number = number

items = []
for number in range(${objects}):
    items.append(Item(number))
total = 0
for turn in range(${lines}):
    item = items[turn % ${objects}]
    total = total + item.number
print(total)
`;

/** Runs in the page: for every key press, the frames until the new step is painted and until it rests. */
function watchPresses() {
  const channel = new MessageChannel();
  const longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: "longtask" });
  let press;
  const look = () => requestAnimationFrame(() => channel.port2.postMessage(0));
  // A message posted while a frame is prepared is heard when that frame has been painted.
  channel.port1.addEventListener("message", () => {
    if (press === undefined || press.settled !== undefined) return;
    const { entry, transitions } = window.__e2e.state();
    const now = performance.now();
    press.longestGap = Math.max(press.longestGap, now - press.lastFrame);
    press.lastFrame = now;
    if (entry !== press.before) press.shown ??= now - press.at;
    if (entry !== press.before && transitions === 0) press.settled = now - press.at;
    else look();
  });
  channel.port1.start();
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Control" || window.__awaited !== event.key) return;
      const { entry } = window.__e2e.state();
      const at = event.timeStamp;
      press = { at, before: entry, lastFrame: performance.now(), longestGap: 0 };
      longTasks.length = 0;
      look();
    },
    { capture: true },
  );
  window.__press = () =>
    press?.settled === undefined ? undefined : { ...press, longTask: Math.max(0, ...longTasks) };
}

async function press(page, key, measured = key) {
  await page.evaluate((awaited) => (window.__awaited = awaited), measured.split("+").at(-1));
  await page.keyboard.press(key);
  const answer = await page.waitForFunction(() => window.__press(), undefined, { polling: 30 });
  const measurement = await answer.jsonValue();
  await page.evaluate(() => (window.__awaited = undefined));
  return measurement;
}

async function goTo(page, step) {
  await page.keyboard.press("Control+g");
  await page.keyboard.type(String(step));
  return press(page, "Enter");
}

async function repeat(times, once) {
  const all = [];
  for (let turn = 0; turn < times; turn += 1) all.push(await once(turn));
  return all;
}

async function measure(recording, motion) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-bench-"));
  const file = path.join(folder, "many_steps.py");
  fs.writeFileSync(file, script(recording));
  const { executable } = await ensureElectron();
  const app = await _electron.launch({
    executablePath: executable,
    args: [
      `--user-data-dir=${path.join(folder, "profile")}`,
      "--force-device-scale-factor=1",
      projectRoot,
      "--e2e",
      ...(python === undefined ? [] : ["--python", python]),
      file,
    ],
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: "disabled:" },
  });
  try {
    const page = await app.firstWindow();
    await page.emulateMedia({ reducedMotion: motion === "reduced" ? "reduce" : "no-preference" });
    const over = () => /paused-at-end|ended/.test(window.__e2e?.state().phase ?? "");
    await page.waitForFunction(over, undefined, { timeout: 60_000 });
    await page.waitForTimeout(1500);
    await page.evaluate(watchPresses);
    const { steps } = await page.evaluate(() => window.__e2e.state());
    const rows = [];
    const add = (key, presses) => rows.push({ ...recording, motion, key, presses });
    await goTo(page, steps - 200);
    add("F10", await repeat(pressesEach, () => press(page, "F10")));
    add(",", await repeat(pressesEach, () => press(page, ",")));
    const far = (turn) => 450 + ((turn * 977) % (steps - 460));
    if (motion === "reduced") {
      add("Ctrl+G", await repeat(pressesEach, (turn) => goTo(page, far(turn))));
      const ends = (turn) => press(page, turn % 2 === 0 ? "Control+Home" : "Control+End");
      add("Ctrl+Home/End", await repeat(pressesEach, ends));
      // Of 150 cards this one still grows: two steps for every object.
      await goTo(page, 200);
      add("growing F10", await repeat(30, () => press(page, "F10")));
    }
    return rows;
  } finally {
    await app.close();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const sorted = (values) => values.toSorted((one, other) => one - other);
const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)] ?? 0;
const figures = (values) =>
  [at(values, 0.5), at(values, 0.95), at(values, 1)]
    .map((ms) => ms.toFixed(0).padStart(5))
    .join("");

const rows = [];
for (const motion of ["reduced", "full"]) {
  for (const recording of recordings) rows.push(...(await measure(recording, motion)));
}
console.log("ms from the key press        shown            at rest          longest");
console.log("cards motion  key            med  p95  max    med  p95  max   task frame  ratio");
for (const { cards, motion, key, presses } of rows) {
  const shown = presses.map((one) => one.shown);
  const few = rows.find((row) => row.key === key && row.motion === motion && row.cards === 8);
  const ratio =
    at(shown, 0.5) /
    at(
      few.presses.map((one) => one.shown),
      0.5,
    );
  const longest = (what) =>
    Math.max(...presses.map((one) => one[what]))
      .toFixed(0)
      .padStart(5);
  console.log(
    `${String(cards).padStart(5)} ${motion.padEnd(7)} ${key.padEnd(13)}${figures(shown)}  ` +
      `${figures(presses.map((one) => one.settled))}  ${longest("longTask")} ${longest("longestGap")}  ${ratio.toFixed(1)}`,
  );
}
