import gc
import os
import sys
from sys import getrefcount as count

# Of what Python itself made before the script: an agent that keeps a reference to it would show here.
for name in ("gc", "os", "sys", "builtins", "site", "codecs", "io", "abc", "stat", "posix", "time", "zipimport", "_imp", "_thread", "_weakref", "_signal", "marshal", "posixpath", "encodings", "_abc", "_io", "_warnings"):
    module = sys.modules.get(name)
    if module is not None:
        print(name, count(module), count(vars(module)))
print("main", count(sys.modules["__main__"]), count(globals()))
for name in ("path", "argv", "modules", "stdin", "stdout", "stderr", "meta_path", "path_hooks", "path_importer_cache", "warnoptions", "flags", "version_info", "implementation", "float_info", "executable", "excepthook", "displayhook", "getrefcount", "intern", "settrace", "_getframe", "exc_info"):
    print("sys", name, count(getattr(sys, name)))
for name in ("collect", "callbacks", "garbage", "get_objects", "get_referents", "get_count", "disable", "enable", "isenabled", "is_tracked", "freeze"):
    print("gc", name, count(getattr(gc, name)))
for name in ("environ", "getpid", "close", "register_at_fork", "path", "write", "sep", "fspath", "putenv"):
    print("os", name, count(getattr(os, name)))
for thing in (print, len, map, zip, isinstance, id, sorted, max, iter, next, getattr, repr, hash, open, compile, exec, __import__):
    print("function", thing.__name__, count(thing))
