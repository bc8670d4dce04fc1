import _thread
import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    for n in range(100):
        if n == 50:
            _thread.interrupt_main()
        m = n + 1
        k = m + 1
except KeyboardInterrupt:
    print("interrupted")
print("still recorded")
