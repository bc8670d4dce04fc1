import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    for n in range(3):
        a = n
        b = n
except KeyboardInterrupt:
    print("interrupted")
