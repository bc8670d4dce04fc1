import _thread
import gc
import queue
import sys
import threading
import time
import traceback

print(threading.active_count(), _thread._count(), threading.enumerate()[0].name, threading.main_thread().name)
print(threading.gettrace() if hasattr(threading, "gettrace") else threading._trace_hook, threading._profile_hook)
print(threading.excepthook is getattr(threading, "__excepthook__", threading.excepthook), threading.stack_size(), len(sys._current_frames()))
results = []
lock = threading.Lock()


def work(number):
    mine = [number]
    with lock:
        results.append((number, sys.getrefcount(mine), len(mine)))
    for at in range(3):
        mine.append(at)
    return mine


threads = [threading.Thread(target=work, args=(number,), name="thread %d" % number) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))
print(threading.active_count(), _thread._count(), len(sys._current_frames()))
local = threading.local()
local.value = 1


def stack():
    results.append([item.name for item in traceback.extract_stack()])
    results.append(hasattr(local, "value"))
    results.append(sys.gettrace())


results.clear()
thread = threading.Thread(target=stack)
thread.start()
thread.join()
print(results)


def fails():
    raise ValueError("in a thread")


thread = threading.Thread(target=fails, name="failing")
thread.start()
thread.join()
jobs = queue.Queue()
answers = queue.Queue()


def worker():
    while True:
        job = jobs.get()
        if job is None:
            return
        answers.put(job * job)


threads = [threading.Thread(target=worker) for _ in range(3)]
[thread.start() for thread in threads]
for number in range(10):
    jobs.put(number)
[jobs.put(None) for _ in threads]
[thread.join() for thread in threads]
print(sorted(answers.get() for _ in range(10)))
event = threading.Event()
done = []


def waits():
    event.wait()
    done.append(gc.collect() >= 0)


_thread.start_new_thread(waits, ())
time.sleep(0.02)
print(done)
event.set()
while not done:
    time.sleep(0.01)
print(done)
timer = threading.Timer(0.01, print, ["timer"])
timer.start()
timer.join()
barrier = threading.Barrier(2)
other = threading.Thread(target=barrier.wait)
other.start()
barrier.wait()
other.join()
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(lambda number: number + 1, range(5))))
daemon = threading.Thread(target=time.sleep, args=(100,), daemon=True)
daemon.start()
print("end", threading.active_count())
