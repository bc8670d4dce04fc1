# Observed and plainly: what a collection of so many of the script's own objects costs in the program.
import gc
import sys
import time

gc.disable()
kept = [[number, {"number": number}, (number, [])] for number in range(int(sys.argv[1]) // 4)]
gc.collect()
costs = []
for _ in range(5):
    start = time.process_time(); gc.collect(); costs.append(time.process_time() - start)
print(sorted(costs)[2])
