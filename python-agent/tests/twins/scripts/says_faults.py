import faulthandler
import os
import sys
import threading

print(faulthandler.is_enabled())


def inner():
    faulthandler.dump_traceback(all_threads=False)
    faulthandler.dump_traceback()


def outer():
    inner()


sys.stderr.flush()
outer()
faulthandler.enable()
print(faulthandler.is_enabled())
faulthandler.register(10)
os.kill(os.getpid(), 10)
faulthandler.unregister(10)
faulthandler.dump_traceback_later(100)
faulthandler.cancel_dump_traceback_later()
sys.stdout.flush()
outer() if False else faulthandler._sigabrt()
