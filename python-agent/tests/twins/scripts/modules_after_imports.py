import sys

before = set(sys.modules)
import weakref
print(sorted(set(sys.modules) - before))
before = set(sys.modules)
import json
print(sorted(set(sys.modules) - before))
before = set(sys.modules)
import collections, functools, itertools, operator, time, marshal
print(sorted(set(sys.modules) - before))
before = set(sys.modules)
import socket, select, struct, ctypes
print(sorted(set(sys.modules) - before))
before = set(sys.modules)
import threading, queue, atexit, signal, errno
print(sorted(set(sys.modules) - before))
before = set(sys.modules)
import asyncio, logging, traceback, tracemalloc, dataclasses
print(sorted(set(sys.modules) - before))
import site, _thread, _struct, _collections, _operator, _functools
print(sorted(sys.modules))
print([name for name, module in list(sys.modules.items()) if module is None])
print(sys.modules.get("sitecustomize"), sys.modules.get("usercustomize"))
print(sorted(name for name in sys.modules if "agent" in name.lower() or "ouro" in name.lower()))
import gc
print(gc.callbacks, gc.garbage)
for name in ("_ctypes", "_struct", "atexit", "itertools", "_socket", "time", "_thread"):
    module = sys.modules[name]
    print(name, module.__spec__.name, getattr(module.__spec__, "_initializing", None), module.__name__)
try:
    import heap_agent
except ImportError as error:
    print(repr(error))
try:
    import sitecustomize
    print(sitecustomize.__file__)
except ImportError as error:
    print(repr(error))
try:
    import not_there
except ModuleNotFoundError as error:
    print(repr(error), error.name, error.path)
