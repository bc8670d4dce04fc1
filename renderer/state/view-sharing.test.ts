import { expect, test } from "vitest";
import { nodeOf, viewOf } from "../test-support/recording-samples";
import { createViewSharing } from "./view-sharing";

test("what says the same in the next view is the same object, and what changed is not", () => {
  const share = createViewSharing();
  const first = share(viewOf(1, nodeOf("o1"), nodeOf("o2")));
  const second = share(viewOf(2, nodeOf("o1"), nodeOf("o2", { refcount: 7 })));
  expect(second.nodes[0]).toBe(first.nodes[0]);
  expect(second.nodes[1]).not.toBe(first.nodes[1]);
  expect(second).toEqual(viewOf(2, nodeOf("o1"), nodeOf("o2", { refcount: 7 })));
});
