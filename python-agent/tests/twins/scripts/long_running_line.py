import gc
import time
start = time.time()
time.sleep(0.05)
print(sum(len([number]) for number in range(20000)), max(map(abs, range(-20000, 5))))
print(len("".join(sorted(str(number) for number in range(3000)))))
print(0.04 < time.time() - start)
print(gc.get_stats(), gc.get_count())
