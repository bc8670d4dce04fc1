import gc
import os
import sys
import threading
import warnings

warnings.simplefilter("always")


def descriptors():
    return sorted(map(int, os.listdir("/proc/self/fd")))


print(descriptors(), flush=True)
child = os.fork()
if child == 0:
    print("child", descriptors(), sys.gettrace(), gc.isenabled(), threading.active_count(), sorted(os.environ), flush=True)
    made = [[] for _ in range(10)]
    made.append(made)
    del made
    print("child", gc.collect(), gc.callbacks, gc.get_count(), flush=True)
    os._exit(7)
print("parent", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def in_child():
    x = 1
    for number in range(3):
        x += number
    return x


read, write = os.pipe()
if os.fork() == 0:
    os.close(read)
    os.write(write, repr((in_child(), sys._getframe().f_back, len(sys._current_frames()))).encode())
    os.close(write)
    sys.exit(5)
os.close(write)
print("parent", os.read(read, 1000), os.read(read, 10), os.waitstatus_to_exitcode(os.wait()[1]), flush=True)
log = []
os.register_at_fork(before=lambda: log.append("before"), after_in_parent=lambda: log.append("parent"), after_in_child=lambda: log.append("child"))
child = os.fork()
if child == 0:
    print(log, flush=True)
    raise SystemExit("the child leaves")
os.waitpid(child, 0)
print(log, flush=True)


def fork_in_function():
    child = os.fork()
    if child == 0:
        grandchild = os.fork()
        if grandchild == 0:
            print("grandchild", descriptors(), flush=True)
            os._exit(0)
        os.waitpid(grandchild, 0)
        print("child of function", in_child(), flush=True)
        raise ValueError("uncaught in the child")
    os.waitpid(child, 0)


fork_in_function()
print("end", in_child(), flush=True)
if hasattr(os, "posix_spawn"):
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", "import os; print(sorted(map(int, os.listdir('/proc/self/fd'))))"], os.environ)
    os.waitpid(child, 0)
with os.popen("echo $PYTHONPATH$OUROSCOPE_SCRIPT") as pipe:
    print(os.system("exit 3"), pipe.read())
