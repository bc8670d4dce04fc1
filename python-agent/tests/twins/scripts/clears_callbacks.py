import gc

log = []
print(gc.callbacks)
gc.callbacks.append(lambda phase, info: log.append((1, phase, sorted(info))))
gc.collect()
gc.callbacks.insert(0, lambda phase, info: log.append((2, phase, info["generation"])))
gc.collect(0)
print(log, len(gc.callbacks))
log.clear()
gc.callbacks.clear()
gc.collect()
print(log, gc.callbacks)
gc.callbacks[:] = [lambda phase, info: log.append(3)]
gc.collect()
print(log)


def removes(phase, info):
    log.append(phase)
    gc.callbacks.remove(removes)


gc.callbacks.append(removes)
gc.collect()
print(log, len(gc.callbacks))
real = gc.callbacks
gc.callbacks = []
gc.collect()
gc.callbacks.append(lambda phase, info: log.append("not the collector's list"))
gc.collect()
print(log)
gc.callbacks = real
del gc.callbacks[:]
made = [[]]
made.append(made)
del made
print(gc.collect(), gc.callbacks)
print(gc.collect(generation=1), gc.get_stats())
try:
    gc.collect(3)
except ValueError as error:
    print(error)
