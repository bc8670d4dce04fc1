import gc
import sys

try:
    import _interpreters as interpreters
except ImportError:
    try:
        import _xxsubinterpreters as interpreters
    except ImportError:
        interpreters = None
print(interpreters is not None)
if interpreters is not None:
    sub = interpreters.create()
    sys.stdout.flush()
    interpreters.run_string(sub, "import sys, gc\nprint(sorted(sys.modules) if len(sys.modules) < 5 else len(sys.modules), gc.callbacks, sys.gettrace())\ndef f():\n    return [1]\nprint(sys.getrefcount(f()), gc.collect() >= 0)\nsys.stdout.flush()")
    sys.stdout.flush()
    try:
        print(interpreters.run_string(sub, "1/0") is not None)
    except Exception as error:
        print(type(error).__name__)
    interpreters.destroy(sub)
    print(gc.collect() >= 0)
    more = [interpreters.create() for _ in range(2)]
    for one in more:
        interpreters.destroy(one)
a = []
a.append(a)
del a
print(gc.isenabled(), sys.gettrace())
