import atexit
import gc
import sys
import threading
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name, sys is not None and sys.is_finalizing())


print(atexit._ncallbacks())
atexit.register(print, "first registered")


@atexit.register
def second():
    print("second", sorted(sys.modules)[:3], gc.callbacks, gc.get_count() >= (0, 0, 0))
    atexit.register(print, "registered at exit")


def fails():
    raise ValueError("at exit")


atexit.register(fails)
atexit.register(sys.exit, 3)
atexit.register(atexit.unregister, second) if False else None
weakref.finalize(Thing, print, "finalized at exit")
kept = Thing("kept")
cycle = Thing("cycle")
cycle.me = cycle
late = Thing("late")
sys.late = late
builtin = Thing("in builtins")
import builtins

builtins.kept = builtin
thread = threading.Thread(
    target=lambda: print("thread ends", threading.main_thread().is_alive() or True)
)
thread.start()
thread.join()
generator = (print("never") for _ in [1])


def finally_at_exit():
    try:
        yield
    finally:
        print("finally of a generator")


run = finally_at_exit()
next(run)
print(atexit._ncallbacks())
print("last line")
