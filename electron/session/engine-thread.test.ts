import { expect, test } from "vitest";
import { hearsNothing, openEngine } from "./engine-client";
import { engineThread } from "./engine-thread";

test("an engine that dies is told as damage, and nobody waits for it for ever", async () => {
  const dying = new URL("data:text/javascript,throw new Error('out of order')");
  const said: string[] = [];
  let drained = 0;
  const engine = openEngine(engineThread(dying), "", {
    ...hearsNothing,
    damaged: (detail) => said.push(detail),
    drained: () => (drained += 1),
  });
  await expect.poll(() => said).toEqual(["out of order"]);
  engine.endOfBytes();
  await expect.poll(() => drained).toBe(1);
  await expect(engine.ask({ kind: "steps" })).rejects.toThrow("The engine has stopped.");
});

test("an engine that never answers is given up, with all that was asked of it", async () => {
  const stuck = new URL(
    "data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.on('message',()=>{for(;;);})",
  );
  const said: string[] = [];
  let drained = 0;
  const engine = openEngine(engineThread(stuck, 200), "", {
    ...hearsNothing,
    damaged: (detail) => said.push(detail),
    drained: () => (drained += 1),
  });
  engine.takeBytes(new Uint8Array(4));
  engine.endOfBytes();
  await expect(engine.ask({ kind: "steps" })).rejects.toThrow("The engine has stopped.");
  expect(said).toEqual(["The engine does not answer."]);
  expect(drained).toBe(1);
  expect(engine.waitingBytes).toBe(0);
});
