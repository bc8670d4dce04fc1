"""Tells at its first line the collector's counts and how many objects wait in the free lists: run plainly and observed, it says what starting the agent changes.

An object from a free list is not counted, so that of 200 new ones the number not counted is the number that waited there.
"""

import gc

print(*gc.get_count(), *[kind["collections"] for kind in gc.get_stats()], *gc.get_threshold())
gc.disable()
many = (None,) * 200
# What comprehensions themselves need is made by one that makes nothing else.
nothing = [None for _ in many]


class Holder:
    def method(self):
        pass


holder = Holder()


def count():
    return gc.get_count()[0]


count()
told = []
before = count()
kept = [[] for _ in many]
told.append(before + 200 - count())
before = count()
kept = [{} for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_,) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [(_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [slice(_, _) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [iter(nothing) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [iter(many) for _ in many]
told.append(before + 200 - count())
before = count()
kept = [holder.method for _ in many]
told.append(before + 200 - count())
before = count()
kept = [nothing.append for _ in many]
told.append(before + 200 - count())
print(*told)
