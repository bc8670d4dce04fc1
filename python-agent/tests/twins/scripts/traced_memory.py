import tracemalloc


def work(kept):
    for number in range(3):
        kept.append([number, str(number) * 50])
        total = len(kept)
    return total


kept = []
told = [None] * 8
tracemalloc.start(3)
# Nothing is printed meanwhile: what waits to be written is memory, too, and the agent flushes.
for turn in range(8):
    kept.clear()
    work(kept)
    told[turn] = tracemalloc.get_traced_memory()[0]
owner = tracemalloc.get_object_traceback(kept[0])
tracemalloc.stop()
# The first turns make what stays with the code of these lines.
print([after - before for before, after in zip(told[3:], told[4:])])
print([frame.lineno for frame in owner], tracemalloc.get_traced_memory())
