import builtins
import gc
import os
import sys

print(sys.argv, sys.orig_argv if hasattr(sys, "orig_argv") else "")
print(__name__, __file__, __spec__, __package__, __doc__, type(__loader__).__name__)
print(sorted(globals()), list(globals()))
print(globals().get("__cached__", "none"), globals().get("__annotations__", "none"))
print(__builtins__ is builtins, sys.modules["__main__"].__dict__ is globals())
print(sys.path)
print(sys.flags)
print(sys.warnoptions, sys._xoptions, sys.dont_write_bytecode, sys.pycache_prefix)
print(sys.executable, sys.prefix, sys.base_prefix, sys.platlibdir)
print(list(sys.modules))
print(sorted(sys.path_importer_cache))
print([getattr(finder, "__name__", finder) for finder in sys.meta_path])
print(len(sys.path_hooks), [hook.__name__ for hook in sys.path_hooks])
print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__)
print(sys.unraisablehook is sys.__unraisablehook__, sys.breakpointhook is sys.__breakpointhook__)
print(sys.gettrace(), sys.getprofile(), sys.getrecursionlimit(), sys.getswitchinterval())
print(sys.get_asyncgen_hooks(), sys.get_coroutine_origin_tracking_depth())
print(sys.is_finalizing(), len(sys._current_frames()), sys._getframe().f_back)
print(getattr(sys, "_git", ""), sys.version, sys.hexversion)
for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.errors, stream.fileno())
    print(stream.line_buffering, stream.write_through, stream.newlines, stream.isatty())
    print(stream.closed, os.get_inheritable(stream.fileno()), os.get_blocking(stream.fileno()))
print(sorted(os.environ.items()))
print(list(os.environ))
print(os.getcwd(), os.path.exists("/proc/self/fd") and sorted(map(int, os.listdir("/proc/self/fd"))))
print(os.umask(0o22), os.getpriority(os.PRIO_PROCESS, 0))
with open(__file__) as first:
    print(first.fileno())
    with open(__file__) as second:
        print(second.fileno())
print(sorted(vars(builtins)))
print(gc.garbage, gc.callbacks, gc.get_freeze_count(), gc.get_debug())
print(sorted(name for name in dir(sys) if not name.startswith("_")))
print(sorted(vars(os))[:20], os.sep, os.linesep)
print(sys.stdin.read())
