import signal

signal.signal(signal.SIGALRM, signal.default_int_handler)


def work():
    kept = []
    for number in range(20):
        kept.append([number])
    return len(kept)


caught = 0
while caught < 15:
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.002 * (1 + caught % 7))
        while True:
            work()
    except KeyboardInterrupt:
        caught += 1
print(caught)
