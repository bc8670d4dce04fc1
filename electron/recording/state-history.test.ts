/** Any entry rebuilt from key frames and changes is the state that was there when it was recorded. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryIndex, row, serial } from "../contract/ids";
import { StateHistory, type ObjectState } from "./state-history";

interface Change {
  readonly object: number;
  readonly version: number;
  readonly refcount: number;
  readonly gone: boolean;
}

const change: fc.Arbitrary<Change> = fc.record({
  object: fc.integer({ min: 0, max: 8 }),
  version: fc.integer({ min: 0, max: 500 }),
  refcount: fc.constantFrom(1, 2, 3, 0xffffffff),
  gone: fc.boolean(),
});
const entries = fc.array(fc.array(change, { maxLength: 5 }), { minLength: 1, maxLength: 200 });

function append(history: StateHistory, changes: readonly Change[]): void {
  const last = new Map(changes.map((made) => [made.object, made]));
  const gone = [...last.values()].filter(
    (made) => made.gone && history.current.has(serial(made.object)),
  );
  const changed = [...last.values()].filter((made) => !made.gone);
  history.append(
    changed.map(({ object, version, refcount }): ObjectState => ({
      serial: serial(object),
      version: row(version),
      refcount,
      flags: object % 2,
    })),
    gone.map(({ object }) => serial(object)),
  );
}

describe("the history of states", () => {
  test("playback of every entry equals the state when it was accepted", () => {
    fc.assert(
      fc.property(entries, (recorded) => {
        const history = new StateHistory();
        const seen = recorded.map((changes) => {
          append(history, changes);
          return [...history.current].toSorted(([a], [b]) => a - b);
        });
        for (const [entry, state] of seen.entries()) {
          expect([...history.stateAt(entryIndex(entry))].toSorted(([a], [b]) => a - b)).toEqual(
            state,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test("an object's own changes are found entry by entry", () => {
    const history = new StateHistory();
    append(history, [{ object: 3, version: 1, refcount: 1, gone: false }]);
    append(history, []);
    append(history, [{ object: 3, version: 1, refcount: 0, gone: true }]);
    expect([0, 1, 2].map((entry) => history.changeOf(entryIndex(entry), serial(3)))).toEqual([
      { serial: 3, version: 1, refcount: 1, flags: 1 },
      undefined,
      "gone",
    ]);
  });
});
