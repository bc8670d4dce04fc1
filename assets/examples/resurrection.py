import gc

class Phoenix:
    def __del__(self):
        saved.append(self)

saved = []

bird = Phoenix()
del bird

saved.clear()
gc.collect()

pair = Phoenix()
pair.itself = pair
del pair
first = gc.collect()

saved.clear()
second = gc.collect()
