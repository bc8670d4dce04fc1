/** Each format of the classic cycle at step 8, as it was looked at once and found good. */
import { expect, test } from "vitest";
import { classicCycle, step8 } from "./classic-cycle-for-tests";
import { dataFormats } from "./data-formats";
import { graphFacts } from "./graph-facts";

test.each(dataFormats)("the classic cycle at step 8 as $title", async ({ extension, write }) => {
  const text = write(graphFacts(classicCycle(), step8));
  await expect(text).toMatchFileSnapshot(`golden/classic-cycle-step08.${extension}`);
});
