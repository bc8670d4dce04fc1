import sys
print("package", __name__, sys._getframe().f_back is not None)
kept = [__name__]
cycle = []
cycle.append(cycle)
