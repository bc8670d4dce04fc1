import { expect, test } from "vitest";
import { openEngine } from "./engine-client";
import { engineThread } from "./engine-thread";

const nothing = {
  progressed: () => undefined,
  controlled: () => undefined,
  crowded: () => undefined,
  damaged: () => undefined,
  drained: () => undefined,
};

test("an engine that dies is told as damage, and nobody waits for it for ever", async () => {
  const dying = new URL("data:text/javascript,throw new Error('out of order')");
  const said: string[] = [];
  const drained = new Promise<void>((resolve) => {
    const engine = openEngine(engineThread(dying), "", {
      ...nothing,
      damaged(detail) {
        said.push(detail);
        engine.endOfBytes();
      },
      drained: () => resolve(engine.ask({ kind: "steps" }).then(() => undefined)),
    });
  });
  await expect(drained).rejects.toThrow("The engine has stopped.");
  expect(said).toEqual(["out of order"]);
});
