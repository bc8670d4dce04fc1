/** What each bundled example teaches, as a claim about the facts the engine found while it ran; for tests. */
import { expect } from "vitest";
import type { ExampleFacts } from "./example-facts-for-tests";

export type Claim = (facts: ExampleFacts) => void;

const isBefore311 = (python: string): boolean => python === "3.9" || python === "3.10";

/** By file of `assets/examples`. */
export const exampleClaims: Readonly<Record<string, Claim>> = {
  "counting_references.py"({ after, refcount, heldBy, alive }) {
    const [one, two, three] = [after("a = []"), after("b = a"), after("del b")];
    expect([one, two, three].map((step) => refcount(step, "a"))).toEqual([1, 2, 1]);
    expect(heldBy(two, "a")).toEqual(["name a", "name b"]);
    expect(alive(two, "list")).toEqual(["a"]);
  },

  "classic_cycle.py"({ after, state, heldBy, freed, returned, python }) {
    const deleted = after("del obj2");
    expect([state(deleted, "obj1"), state(deleted, "obj2")]).toEqual([
      "unreachable",
      "unreachable",
    ]);
    expect(heldBy(deleted, "obj1")).toEqual(["obj2.ref"]);
    expect(heldBy(deleted, "obj2")).toEqual(["obj1.ref"]);
    const collected = after("gc.collect()");
    expect(freed(collected, "collector")).toEqual(expect.arrayContaining(["obj1", "obj2"]));
    expect(returned(collected)).toBe(isBefore311(python) ? 4 : 2);
  },

  "weak_reference.py"({ after, heldBy, freed }) {
    expect(heldBy(after("obj2.ref = weakref.ref(obj1)"), "obj1")).toEqual(["name obj1"]);
    expect(freed(after("del obj1"), "refcount")).toContain("obj1");
    expect(freed(after("del obj2"), "refcount")).toContain("obj2");
    // It may return more than 0: what importing weakref left behind is a library's.
    expect(freed(after("gc.collect()"), "collector")).toEqual([]);
  },

  "generator_versus_list.py"({ after, alive, freed }) {
    const made = after("one_at_a_time = generate_numbers(10_000)");
    const list = made.objects.find(({ key }) => key === "everything");
    const generator = made.objects.find(({ key }) => key === "one_at_a_time");
    expect(list?.type).toBe("list");
    expect(generator?.type).toBe("generator");
    // It stands for a thousand times as many values.
    expect(generator?.size).toBeLessThan(1000);
    expect(freed(after("del everything"), "refcount")).toContain("everything");
    const end = after("del one_at_a_time");
    expect(freed(end, "refcount")).toContain("one_at_a_time");
    expect(alive(end, "generator")).toEqual([]);
  },

  "collector_off_and_on.py"({ after, state, freed, returned, python }) {
    const deleted = after("del left, right");
    expect([state(deleted, "left"), state(deleted, "right")]).toEqual([
      "unreachable",
      "unreachable",
    ]);
    expect(state(after("gc.enable()"), "left")).toBe("unreachable");
    const collected = after("found = gc.collect()");
    expect(freed(collected, "collector")).toEqual(expect.arrayContaining(["left", "right"]));
    expect(returned(collected)).toBe(isBefore311(python) ? 4 : 2);
  },

  "listener_leak.py"({ after, alive, heldBy, freed }) {
    const handled = after("handle(user)", 3);
    const sessions = alive(handled, "Session");
    expect(sessions).toHaveLength(3);
    const methods = alive(handled, "method");
    expect(sessions.flatMap((session) => heldBy(handled, session))).toEqual(
      methods.map((method) => `${method}.__self__`),
    );
    const [list] = heldBy(handled, methods[0] ?? "");
    expect(list).toMatch(/\[0\]$/);
    const cleared = after("hub.listeners.clear()");
    expect(freed(cleared, "refcount")).toEqual(expect.arrayContaining([...sessions]));
    expect(alive(cleared, "Session")).toEqual([]);
  },

  "locals_die_at_return.py"({ after, alive, freed, heldBy }) {
    const called = after("with_a_local()");
    expect(freed(called, "refcount")).toContain("report");
    expect(alive(called, "Report")).toEqual([]);
    expect(heldBy(after("with_a_global()"), "kept")).toEqual(["name kept"]);
    expect(freed(after("kept = None"), "refcount")).toContain("kept");
  },

  "parent_and_child.py"({ after, alive, heldBy, state, freed, returned }) {
    const deleted = after("del family");
    expect(heldBy(deleted, "family")).toEqual(["Child#1.parent"]);
    expect(state(deleted, "family")).toBe("unreachable");
    const collected = after("found = gc.collect()");
    expect(freed(collected, "collector")).toEqual(expect.arrayContaining(["family", "Child#1"]));
    expect(returned(collected)).toBeGreaterThanOrEqual(3);
    const careful = after("del family", 2);
    expect(freed(careful, "refcount")).toEqual(
      expect.arrayContaining(["family#2", "CarefulChild#1"]),
    );
    expect(alive(careful, "Parent")).toEqual([]);
  },

  "one_value_at_a_time.py"({ after, during, alive, freed }) {
    for (const turn of [1, 2, 3, 4, 5]) {
      expect(alive(during("yield Reading(value)", turn), "Reading").length).toBeLessThanOrEqual(2);
      expect(alive(after("total += reading.value", turn), "Reading")).toHaveLength(1);
    }
    expect(alive(after("everything = list(readings(5))"), "Reading")).toHaveLength(5);
    const deleted = after("del everything");
    expect(freed(deleted, "refcount")).toContain("everything");
    expect(alive(deleted, "Reading")).toEqual([]);
  },

  "explicit_del.py"({ after, alive, heldBy, freed }) {
    const rows = heldBy(after("result = averages(raw)"), "list#1");
    expect(rows).toEqual(["raw[0]"]);
    expect(freed(after("del raw"), "refcount")).toEqual(
      expect.arrayContaining(["raw", "list#1", "list#2", "list#3"]),
    );
    const still = after("del picture");
    expect(freed(still, "refcount")).toEqual([]);
    expect(heldBy(still, "picture")).toEqual(["album[0]"]);
    const cleared = after("album.clear()");
    expect(freed(cleared, "refcount")).toEqual(["picture"]);
    expect(alive(cleared, "Picture")).toEqual([]);
  },

  "which_lines_allocate.py"({ after, alive, heldBy, freed }) {
    expect(alive(after("create_list()"), "list")).toEqual([]);
    const kept = after("keep = create_list()");
    expect(heldBy(kept, "keep")).toEqual(["name keep"]);
    expect(kept.objects.find(({ key }) => key === "keep")?.size).toBeGreaterThan(8000);
    expect(freed(after("del keep"), "refcount")).toEqual(["keep"]);
  },

  "closure_holds.py"({ after, heldBy, freed, alive }) {
    expect(heldBy(after("del big"), "big")).toEqual(["paint closure picture"]);
    expect(freed(after("paint = None"), "refcount")).toContain("big");
    const second = after("del big", 2);
    expect(freed(second, "refcount")).toEqual(["big#2"]);
    expect(alive(second, "Picture")).toEqual([]);
  },

  "traceback_holds.py"({ after, heldBy, freed, alive }) {
    const kept = after("failures.append(error)");
    expect(heldBy(kept, "upload")).toEqual(["frame#1 local upload"]);
    expect(heldBy(kept, "error")).toEqual(["failures[0]"]);
    const cut = after("failures[0].__traceback__ = None");
    expect(freed(cut, "refcount")).toContain("upload");
    expect(alive(cut, "ValueError")).toEqual(["error"]);
    const text = after("failures.append(str(error))");
    expect(freed(text, "refcount")).toEqual(expect.arrayContaining(["upload#2", "error#2"]));
  },

  "lru_cache_holds.py"({ after, alive, freed, state }) {
    const forgotten = after("del ann");
    expect(forgotten.names.map(({ name }) => name)).not.toContain("ann");
    expect(state(forgotten, "ann")).toBe("reachable");
    expect(freed(after("greeting(cid)"), "refcount")).toContain("ann");
    expect(alive(after("del bob, cid"), "Account")).toEqual(["bob", "cid"]);
    const cleared = after("greeting.cache_clear()");
    expect(freed(cleared, "refcount")).toEqual(expect.arrayContaining(["bob", "cid"]));
  },

  "class_attribute.py"({ after, alive, heldBy, freed }) {
    const gone = after("del basket");
    expect(freed(gone, "refcount")).toEqual(["basket"]);
    const [ticket = ""] = alive(gone, "Ticket");
    const [list = ""] = heldBy(gone, ticket);
    expect(heldBy(gone, list.replace("[0]", ""))).toEqual(["Basket.tickets"]);
    expect(freed(after("Basket.tickets.clear()"), "refcount")).toEqual([ticket]);
    expect(alive(after("del basket", 2), "Ticket")).toEqual([]);
  },

  "bound_method.py"({ after, alive, heldBy, freed }) {
    expect(heldBy(after("del session"), "session")).toEqual(["callback.__self__"]);
    expect(freed(after("callback = None"), "refcount")).toEqual(
      expect.arrayContaining(["session", "callback"]),
    );
    const weak = after("del session", 2);
    expect(freed(weak, "refcount")).toContain("session#2");
    expect(alive(weak, "Session")).toEqual([]);
  },

  "thread_local.py"({ after, alive, heldBy, state }) {
    const first = after("work(1)");
    const [connection = ""] = alive(first, "Connection");
    expect(state(first, connection)).toBe("reachable");
    expect(heldBy(first, connection).join()).toMatch(/connection/);
    const second = alive(after("work(2)"), "Connection");
    expect(second).toHaveLength(1);
    expect(second).not.toEqual([connection]);
    expect(alive(after("work_and_tidy(3)"), "Connection")).toEqual([]);
  },

  "default_argument.py"({ after, alive, heldBy }) {
    const first = after("print(grade(5))");
    expect(heldBy(first, "marks")).toEqual(["grade.__defaults__[0]"]);
    expect(alive(after("print(grade(6))"), "Mark")).toHaveLength(2);
    expect(alive(after("grade.__defaults__[0].clear()"), "Mark")).toEqual([]);
    expect(alive(after("print(grade_anew(8))"), "Mark")).toEqual([]);
  },

  "module_cache.py"({ after, alive, heldBy, freed }) {
    const both = after('again = page("/home", pages)');
    expect(heldBy(both, "home").toSorted()).toEqual(["name again", "name home", "pages['/home']"]);
    expect(heldBy(after("del home, again"), "home")).toEqual(["pages['/home']"]);
    expect(freed(after("pages.clear()"), "refcount")).toEqual(["home"]);
    const weak = after("del home");
    expect(freed(weak, "refcount")).toContain("home#2");
    expect(alive(weak, "Page")).toEqual([]);
  },

  "resurrection.py"({ after, alive, heldBy, state, freed, returned, python }) {
    const back = after("del bird");
    expect(heldBy(back, "bird")).toEqual(["saved[0]"]);
    expect(freed(after("saved.clear()"), "refcount")).toContain("bird");
    expect(state(after("del pair"), "pair")).toBe("unreachable");
    const first = after("first = gc.collect()");
    expect(returned(first)).toBe(0);
    expect(state(first, "pair")).toBe("reachable");
    const second = after("second = gc.collect()");
    expect(freed(second, "collector")).toContain("pair");
    expect(returned(second)).toBe(isBefore311(python) ? 2 : 1);
    expect(alive(second, "Phoenix")).toEqual([]);
  },

  "gc_garbage.py"({ after, alive, state, freed, returned, python }) {
    const number = isBefore311(python) ? 4 : 2;
    expect(state(after("del left, right"), "left")).toBe("unreachable");
    const found = after("found = gc.collect()");
    expect(returned(found)).toBe(number);
    expect(freed(found, "collector")).toEqual([]);
    expect(state(found, "left")).toBe("reachable");
    expect(state(after("gc.garbage.clear()"), "left")).toBe("unreachable");
    const again = after("found_again = gc.collect()");
    expect(returned(again)).toBe(number);
    expect(alive(again, "Node")).toEqual([]);
  },

  "class_again.py"({ after, state, freed, returned }) {
    const second = after("class Tool:", 2);
    expect(state(second, "hammer")).toBe("reachable");
    expect(freed(after("del hammer"), "refcount")).toContain("hammer");
    const collected = after("found = gc.collect()");
    expect(freed(collected, "collector")).toContain("Tool");
    expect(returned(collected)).toBeGreaterThan(1);
  },
};
