import gc

print(gc.get_count(), gc.get_threshold(), gc.isenabled(), gc.get_stats())
