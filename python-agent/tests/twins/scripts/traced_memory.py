import gc
import tracemalloc

gc.collect()
gc.disable()
tracemalloc.start(3)
print(tracemalloc.get_traced_memory())
a = [None] * 1000
print(tracemalloc.get_traced_memory())
del a
print(tracemalloc.get_traced_memory())
kept = [bytes(100) for _ in range(50)]
print(tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(kept))
snapshot = tracemalloc.take_snapshot()
print([(str(one.traceback), one.size, one.count) for one in snapshot.filter_traces([tracemalloc.Filter(False, tracemalloc.__file__)]).statistics("lineno")])
print(len({trace.traceback[0].filename for trace in snapshot.traces}))
print(sorted({frame.filename.rpartition("/")[2] for trace in snapshot.traces for frame in trace.traceback}))
del snapshot


class Thing:
    def __init__(self):
        self.payload = [1, 2, 3]


def make(n):
    return [Thing() for _ in range(n)]


tracemalloc.clear_traces()
print(tracemalloc.get_traced_memory())
things = make(10)
print(tracemalloc.get_traced_memory())
print(tracemalloc.get_object_traceback(things[0]))
for number in range(5):
    things.append(Thing())
    print(tracemalloc.get_traced_memory())
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory())
things.clear()
print(tracemalloc.get_traced_memory())
print([(one.size, one.count, [(frame.filename.rpartition("/")[2], frame.lineno) for frame in one.traceback]) for one in tracemalloc.take_snapshot().statistics("traceback")])
print(tracemalloc.get_tracemalloc_memory() > 0, tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
tracemalloc.stop()
print(tracemalloc.get_traced_memory())
for depth in (1, 2, 25):
    tracemalloc.start(depth)
    first = make(3)
    second = "text" * depth * 100
    print(depth, tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(second), len(tracemalloc.take_snapshot().traces))
    del first, second
    print(depth, tracemalloc.get_traced_memory()[0], tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
tracemalloc.start()
before = tracemalloc.take_snapshot()
more = [str(number) * 10 for number in range(100)]
after = tracemalloc.take_snapshot()
print([str(one).rpartition("/")[2] for one in after.compare_to(before, "lineno")])
del before, after
print(tracemalloc.get_traced_memory()[0])
