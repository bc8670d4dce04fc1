// Our painter against Cytoscape's built-in canvas renderer, same graph, same window: `node electron/tooling/display.mjs node e2e/benchmarks/drawing.bench.mjs [NODES ...]`.
// CPU milliseconds of all processes of the app: a busy machine stretches the time between frames, not the work in them. Run by hand; judges nothing.
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { _electron } from "@playwright/test";
import { build } from "vite";
import react from "@vitejs/plugin-react";
import { ensureElectron } from "../../electron/tooling/electron-runtime.mjs";
import { projectRoot } from "../../electron/tooling/project-root.mjs";

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [1000, 3000, 5000, 10_000];
const movements = ["floor", "pan-fitted", "pan-full-size", "zoom", "animation"];
const framesEach = 30;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-drawing-"));
const page = path.join(folder, "page");
await build({
  configFile: false,
  logLevel: "error",
  root: path.join(projectRoot, "renderer", "graph", "gallery"),
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: { outDir: page, emptyOutDir: true, target: "chrome130", assetsInlineLimit: 0 },
});
const server = http.createServer((request, response) => {
  const file = path.join(page, path.normalize(request.url.split("?")[0]));
  if (!file.startsWith(page) || !fs.existsSync(file)) return response.writeHead(404).end();
  response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
  return fs.createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/index.html`;
fs.writeFileSync(path.join(folder, "package.json"), '{ "main": "main.js" }');
fs.writeFileSync(
  path.join(folder, "main.js"),
  `const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({ width: 1300, height: 860 }).loadURL(${JSON.stringify(address)}));`,
);

const { executable } = await ensureElectron();
const app = await _electron.launch({
  executablePath: executable,
  args: ["--no-sandbox", "--force-device-scale-factor=1", folder],
  env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: "disabled:" },
});
try {
  const window = await app.firstWindow();
  await window.waitForFunction(() => window.drawingBench !== undefined);
  const ask = (name, ...values) =>
    window.evaluate(([what, given]) => window.drawingBench[what](...given), [name, values]);
  const cpu = () =>
    app.evaluate(({ app: running }) =>
      running
        .getAppMetrics()
        .reduce((sum, { cpu: used }) => sum + 1000 * (used.cumulativeCPUUsage ?? Number.NaN), 0),
    );
  const costOf = async (act) => {
    const before = await cpu();
    await act();
    return (await cpu()) - before;
  };
  console.log(
    "CPU ms         layout  first paint     floor  pan fitted  pan 1:1   zoom  animation  longest gap while placing",
  );
  for (const nodes of sizes) {
    const layout = await ask("layOut", nodes);
    const rows = [];
    for (const renderer of ["ours", "built-in"]) {
      const first = await costOf(() => ask("open", renderer));
      const moving = [];
      for (const movement of movements)
        moving.push((await costOf(() => ask("run", movement, framesEach))) / framesEach);
      const gap = renderer === "ours" ? await ask("place") : undefined;
      rows.push({ renderer, figures: [first, ...moving], gap });
    }
    const [ours, builtIn] = rows;
    const print = (name, figures, digits, end = "") =>
      console.log(
        `${String(nodes).padStart(6)} ${name.padEnd(9)}${figures.map((one) => one.toFixed(digits).padStart(10)).join("")}${end}`,
      );
    print("ours", [layout, ...ours.figures], 1, `   ${ours.gap.toFixed(0)} ms`);
    print("built-in", [0, ...builtIn.figures], 1);
    print("ratio", [0, ...builtIn.figures.map((one, index) => one / ours.figures[index])], 1);
  }
} finally {
  await app.close();
  server.close();
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
