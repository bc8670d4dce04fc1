import gc
import sys

sys.stdout.reconfigure(line_buffering=True)

# What a script sees of everything there is: our own objects must not be among it.
print(len(gc.get_objects()), [len(gc.get_objects(at)) for at in range(3)])
import collections
print(sorted(collections.Counter(type(thing).__name__ for thing in gc.get_objects()).items()))
print(sorted({thing.__module__ for thing in gc.get_objects() if type(thing).__name__ == "function" and thing.__module__}))
print(sorted(thing.__name__ for thing in object.__subclasses__()))
print(len(gc.get_referrers(sys)), len(gc.get_referrers(gc)), sorted(type(item).__name__ for item in gc.get_referrers(gc)))
print(sorted(type(item).__name__ for item in gc.get_referrers(sys.modules)))
print([thing for thing in gc.get_objects() if type(thing).__name__ == "module" and "agent" in str(thing)])
print([str(thing) for thing in gc.get_objects() if isinstance(thing, type) and "agent" in str(thing.__module__)])
