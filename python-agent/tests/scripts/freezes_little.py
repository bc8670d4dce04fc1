import gc
kept = [[]]
kept.append(kept)
gc.freeze()
kept = None
gc.unfreeze()
gone = gc.collect()
