import sys

sys.stdout.reconfigure(line_buffering=True)
import gc

log = []
moment = 0
kept = []


def heard(phase, info):
    log.append((moment, len(kept), phase[2:], info["generation"], info["collected"]))


class Node:
    pass


gc.callbacks.append(heard)
print(gc.get_threshold(), gc.get_count())
for moment in range(30):
    any(kept.append([Node()]) or kept.append((at, kept)) for at in range(30))
print(log, gc.get_count(), gc.get_stats())
log.clear()
kept.clear()
for moment in range(30):
    a = [{at: [at]} for at in range(41)]
    a.append(a)
print(log, gc.get_count(), gc.get_stats())
log.clear()
any(kept.append([at]) for at in range(9000))
print(log, gc.get_count())
gc.callbacks.clear()
del kept
for moment in range(20):
    a = [Node() for _ in range(120)]
    a.append(a)
print(gc.get_count(), gc.get_stats())
print(gc.collect(), gc.get_stats())
