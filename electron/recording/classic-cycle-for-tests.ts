/** The bundled classic cycle as the agent of a Python 3.11 tells it: nine steps, four inner steps of `__init__`, two of `__del__`. */
import type { AgentMessage } from "../contract/agent-message";
import {
  MessagesForTests,
  type HeapText,
  type NamesText,
  type ObjectText,
} from "./messages-for-tests";

export const CLASSIC_CYCLE_SCRIPT = `import gc

class MyObject:
    def __init__(self, name):
        self.name = name
        print(f"Object {self.name} created")

    def __del__(self):
        print(f"Object {self.name} deleted")

obj1 = MyObject("obj1")
obj2 = MyObject("obj2")
obj1.ref = obj2
obj2.ref = obj1

del obj1
del obj2

gc.collect()
`;

const GC: NamesText[string] = { gc: "@ module gc" };
const CLASS: NamesText[string] = { ...GC, MyObject: "MyObject" };

function classAndParts(instances: number): HeapText {
  return {
    MyObject: {
      type: "type",
      is: "class",
      title: "MyObject",
      size: 1072,
      refcount: 3 + instances,
      edges: [
        ".__dict__ -> class dict",
        ".__mro__ -> mro",
        ".__bases__ -> bases",
        ".__base__ @ class builtins.object",
      ],
    },
    "class dict": {
      type: "dict",
      is: "plain dict",
      refcount: 1,
      edges: [
        "['__module__'] = '__main__'",
        "['__init__'] -> init",
        "['__del__'] -> del",
        "['__dict__'] -> getset",
        "['__doc__'] = None",
      ],
    },
    mro: { type: "tuple", refcount: 1, edges: ["[1] @ class builtins.object", "[0] -> MyObject"] },
    bases: { type: "tuple", refcount: 1, edges: ["[0] @ class builtins.object"] },
    init: {
      type: "function",
      is: "function",
      title: "MyObject.__init__",
      refcount: 1,
      edges: [".__globals__ @ object dict"],
    },
    del: {
      type: "function",
      is: "function",
      title: "MyObject.__del__",
      refcount: 1,
      edges: [".__globals__ @ object dict"],
    },
    getset: { type: "getset_descriptor", refcount: 1, edges: [".__objclass__ -> MyObject"] },
  };
}

function instance(
  name: string,
  refcount: number,
  more: { readonly ref?: string; readonly named?: boolean } = {},
): ObjectText {
  const attributes = more.named === false ? [] : [`.name = '${name}'`];
  const ref = more.ref === undefined ? [] : [`.ref -> ${more.ref}`];
  return {
    type: "MyObject",
    refcount,
    size: 56,
    finalizer: "pending",
    edges: [...attributes, ...ref, ".__class__ -> MyObject"],
  };
}

/** Every message from the first to the last, as accepted by a recorder. */
export function classicCycleMessages(): readonly AgentMessage[] {
  const write = new MessagesForTests();
  const one = classAndParts(1);
  const two = classAndParts(2);
  const init = (name: string): NamesText[string] => ({ self: name, name: `= '${name}'` });
  const inner = (line: number, scope: string, how: "continued" | "returned"): AgentMessage =>
    write.step(line, { depth: 1, scope, how });
  const initSteps = (
    name: string,
    heap: HeapText,
    names: NamesText[string],
    line: number,
  ): readonly AgentMessage[] => {
    const frames = { "<module>": names, "MyObject.__init__": init(name) };
    return [
      write.heap({ ...heap, [name]: instance(name, 2) }, frames, { lines: [line, 5] }),
      inner(5, "MyObject.__init__", "continued"),
      write.heap({ ...heap, [name]: instance(name, 2) }, frames, { lines: [line, 6] }),
      inner(6, "MyObject.__init__", "returned"),
    ];
  };
  const pair = (first: number, second: number, refs: readonly [string?, string?]): HeapText => ({
    ...two,
    obj1: instance("obj1", first, refs[0] === undefined ? {} : { ref: refs[0] }),
    obj2: instance("obj2", second, refs[1] === undefined ? {} : { ref: refs[1] }),
  });
  const linked = ["obj2", "obj1"] as const;
  const both = { ...CLASS, obj1: "obj1", obj2: "obj2" };
  const finalizing = (name: string): readonly AgentMessage[] => [
    write.heap(
      two,
      { "<module>": CLASS, "MyObject.__del__": { self: name } },
      { inside: true, lines: [19, 9] },
    ),
    inner(9, "MyObject.__del__", "returned"),
  ];
  return [
    write.heap({}, { "<module>": {} }),
    write.step(undefined),
    write.heap({}, { "<module>": GC }),
    write.step(1),
    write.heap(classAndParts(0), { "<module>": CLASS }),
    write.step(3),
    ...initSteps("obj1", one, CLASS, 11),
    write.heap({ ...one, obj1: instance("obj1", 1) }, { "<module>": { ...CLASS, obj1: "obj1" } }),
    write.step(11),
    ...initSteps("obj2", { ...two, obj1: instance("obj1", 1) }, { ...CLASS, obj1: "obj1" }, 12),
    write.heap(pair(1, 1, []), { "<module>": both }),
    write.step(12),
    write.heap(pair(1, 2, ["obj2"]), { "<module>": both }),
    write.step(13),
    write.heap(pair(2, 2, linked), { "<module>": both }),
    write.step(14),
    write.heap(pair(1, 2, linked), { "<module>": { ...CLASS, obj2: "obj2" } }),
    write.step(16),
    write.heap(pair(1, 1, linked), { "<module>": CLASS }),
    write.step(17),
    write.heap(pair(1, 1, linked), { "<module>": CLASS }),
    write.collectionStart(),
    ...finalizing("obj1"),
    ...finalizing("obj2"),
    write.heap(classAndParts(0), { "<module>": CLASS }),
    write.collectionStop(2),
    write.heap(classAndParts(0), { "<module>": CLASS }),
    write.step(19),
  ];
}
