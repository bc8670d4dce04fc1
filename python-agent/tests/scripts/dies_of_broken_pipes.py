import signal
import time

signal.signal(signal.SIGPIPE, signal.SIG_DFL)
n = 0
while n < 300:
    n += 1
    if n % 100 == 0:
        time.sleep(0.1)
print(n)
