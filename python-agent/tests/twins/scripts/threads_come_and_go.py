import copy
import sys
import threading

# What runs in the threads is no line of this file: they call, return and end at any moment of the lines below.
sys.setswitchinterval(1e-6)
nested = []
for _ in range(20):
    nested = [nested]


def copies(number):
    for _ in map(copy.deepcopy, [nested] * number): pass


results = []
for _ in range(16):
    threads = [threading.Thread(target=copies, args=(number,)) for number in (3, 7, 12, 20)]
    for thread in threads:
        thread.start()
    seen = 0
    while seen < 12:
        seen += 1
    results.append(seen)
    for thread in threads:
        thread.join()
print(results, threading.active_count(), len(sys._current_frames()))
