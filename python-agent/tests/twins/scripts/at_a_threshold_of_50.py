import sys

sys.stdout.reconfigure(line_buffering=True)
import gc
import sys

gc.collect()
gc.set_threshold(50, 4, 3)
log = []
moment = 0
gc.callbacks.append(
    lambda phase, info: log.append(
        (moment, phase[2:], info["generation"], info["collected"], gc.get_count())
    )
)


class Node:
    def __init__(self, value):
        self.value = value
        self.me = self


kept = []
for moment in range(160):
    kept.append([])
print(log)
log.clear()
for moment in range(90):
    Node(moment)
print(log)
log.clear()
for moment in range(30):
    kept += {moment: moment}, (moment, kept), {moment}
    kept.append(lambda: moment)
print(log)
log.clear()
del kept[::2]
for moment in range(30):
    kept.pop()
    [moment], {moment: []}, (moment, [])
print(log, gc.get_count())
log.clear()


def work(depth):
    here = {"depth": depth, "list": []}
    return here if depth == 0 else work(depth - 1)


for moment in range(5):
    work(8)
print(log)
log.clear()


def generate(n):
    for at in range(n):
        yield [at, {}]


for moment in range(6):
    kept = list(generate(12))
    kept.append(kept)
print(log)
log.clear()
for moment in range(20):
    try:
        raise KeyError([moment])
    except KeyError as error:
        error.me = error
print(log)
log.clear()
for moment in range(10):
    exec("class C: pass\nc = C()\nc.me = c")
print(log)
log.clear()
for moment in range(20):
    sorted([[3], [1], [2]], key=list)
    "-".join(map(str, [[moment], {}]))
    dict(zip([1, 2], [[], []]))
print(log)
log.clear()
import collections
import json
import weakref

print(log)
log.clear()
for moment in range(30):
    json.loads('{"a": [1, {"b": []}], "c": {}}')
    collections.deque([[]]), collections.OrderedDict(a=[]), weakref.ref(kept[0].__class__)
print(log)
print(gc.get_stats(), gc.get_count(), gc.garbage)
