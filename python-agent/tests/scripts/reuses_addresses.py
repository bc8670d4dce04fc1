kept = [1000]
for n in range(1001, 1020):
    kept = None; kept = [n]
