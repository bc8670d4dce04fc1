import atexit
import sys

atexit.register(print, "not called")
atexit._clear()
atexit.register(print, "called")
print(atexit._ncallbacks())
atexit._run_exitfuncs()
print(atexit._ncallbacks())
sys.exit(4)
