import gc
import sys
import importlib
import runpy
import traceback

before = set(sys.modules)
import imported_beside
print(sorted(set(sys.modules) - before), imported_beside.count(), sys.getrefcount(imported_beside), imported_beside.anything)
print(imported_beside.__spec__.name, imported_beside.__file__.rpartition("/")[2], imported_beside.__cached__ is not None)
import imported.deep
print(imported.kept, sys.getrefcount(imported.kept), imported.deep.leaf.refcounts(object()))
from imported.deep.leaf import Leaf
leaf = Leaf()
leaf.me = leaf
del leaf
print(gc.collect())
import imported_namespace.part.module_of_a_namespace as spaced
print(spaced.here[0], type(spaced.here[1]), imported_namespace.__path__, imported_namespace.__file__ if hasattr(imported_namespace, "__file__") else None)
try:
    import imported.fails
except RuntimeError:
    traceback.print_exc()
try:
    import imported.wrong
except SyntaxError:
    traceback.print_exc()
try:
    import imported.not_there
except ImportError:
    traceback.print_exc()
try:
    from imported import not_there
except ImportError:
    traceback.print_exc()
print(sorted(name for name in sys.modules if name.startswith("imported")))
old = imported_beside.count
print(importlib.reload(imported_beside) is imported_beside, imported_beside.count is old, imported_beside.log, sys.getrefcount(old))
del old
print(gc.collect())
again = importlib.import_module("imported.deep.leaf")
print(sys.getrefcount(again), again is imported.deep.leaf)
print(sorted(runpy.run_path(imported_beside.__file__, run_name="__main__"))[:3])
print(sorted(runpy.run_module("imported_beside"))[-3:])
runpy.run_module("imported", run_name="__main__", alter_sys=True)
print(sys.argv, __name__)
del sys.modules["imported_beside"]
import imported_beside as fresh
print(fresh is imported_beside, fresh.counter)
del imported_beside
print(gc.collect(), gc.collect())


def inside():
    import imported.deep.leaf
    from imported_beside import count, log
    return count(), log, sorted(locals())


print(inside())
spec = importlib.util.spec_from_file_location("given", fresh.__file__)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.count(), sys.getrefcount(module), "given" in sys.modules)
del module, spec
print(gc.collect())
__import__("imported_beside").count()
print(sys.modules["imported_beside"].counter, importlib.util.find_spec("imported_beside").name)
print([getattr(finder, "__name__", finder) for finder in sys.meta_path])


class Finder:
    def find_spec(self, name, path=None, target=None):
        print("asked for", name)


sys.meta_path.insert(0, Finder())
try:
    import asked_for
except ImportError as error:
    print(error)
import imported.deep.leaf, json.tool
sys.meta_path.pop(0)
real = __import__
names = []


def spy(name, *rest, **more):
    names.append(name)
    return real(name, *rest, **more)


import builtins
builtins.__import__ = spy
import imported.deep, json
from imported_beside import count
builtins.__import__ = real
print(names)
