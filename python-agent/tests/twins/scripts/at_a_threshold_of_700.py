import sys

sys.stdout.reconfigure(line_buffering=True)
import gc

log = []
moment = 0
kept = []
gc.callbacks.append(
    lambda phase, info: log.append(
        (moment, len(kept), phase[2:], info["generation"], info["collected"])
    )
)
gc.set_threshold(700, 10, 10)


class Node:
    pass


for moment in range(20):
    any(kept.append([at]) for at in range(77))
print(log, gc.get_count())
log.clear()
kept.clear()
for moment in range(20):
    a = [Node() for _ in range(30)]
    a.append([Node(), {moment: a}, (a, [])])
    any(kept.append({at}) for at in range(33))
print(log, gc.get_count())
log.clear()
kept.clear()
for moment in range(20):
    any(kept.append(lambda: at) or kept.append((at, {})) for at in range(31))
print(log, gc.get_count())
log.clear()
gc.freeze()
kept.clear()
for moment in range(20):
    a = [{at: [at]} for at in range(43)]
    a.append(a)
print(log, gc.get_count(), gc.get_freeze_count() > 1000)
log.clear()
gc.unfreeze()
for moment in range(15):
    kept += zip(map(list, [[1]] * 50), ({at} for at in range(50)))
print(log, gc.get_count(), gc.get_freeze_count(), gc.get_stats())
