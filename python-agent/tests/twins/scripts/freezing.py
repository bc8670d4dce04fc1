import gc

print(gc.get_freeze_count(), gc.get_count())
gc.collect()
gc.freeze()
frozen = gc.get_freeze_count()
print(frozen > 1000, gc.get_count(), len(gc.get_objects()) < 50)
a = []
a.append(a)
del a
print(gc.collect(), gc.get_count())
b = []
b.append(b)
gc.freeze()
print(gc.get_freeze_count() - frozen)
del b
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect(), gc.get_count())
print(gc.collect(), gc.get_stats())
gc.freeze()
gc.freeze()
c = {}
c["me"] = c
gc.unfreeze()
del c
print(gc.collect(0), gc.collect(1), gc.collect(2))
