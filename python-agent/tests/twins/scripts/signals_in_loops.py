import os
import signal
import sys
import threading
import time

print([signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGURG, signal.SIGUSR1, signal.SIGPIPE, signal.SIGCHLD, signal.SIGALRM, signal.SIGPROF)])
print(signal.pthread_sigmask(signal.SIG_BLOCK, []), signal.set_wakeup_fd(-1))
print({number.name: signal.getsignal(number) for number in signal.valid_signals() if isinstance(number, signal.Signals) and number.name not in ("SIGINT",)} )
log = []


def heard(number, frame):
    log.append((number == signal.SIGUSR1, frame.f_code.co_name, frame.f_lineno))


signal.signal(signal.SIGUSR1, heard)


def loop():
    for number in range(5):
        os.kill(os.getpid(), signal.SIGUSR1)
        log.append(number)
    return len(log)


print(loop(), log)
log.clear()
signal.raise_signal(signal.SIGUSR1)
print(log)


class Stopped(Exception):
    pass


def stop(number, frame):
    raise Stopped(frame.f_lineno)


signal.signal(signal.SIGUSR1, stop)
for at in range(3):
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        log.append("not stopped")
    except Stopped as error:
        print("stopped", error)
signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.5)
try:
    time.sleep(10)
except Stopped as error:
    print("alarm", error)
signal.setitimer(signal.ITIMER_REAL, 0.5)
rounds = 0
try:
    while True:
        rounds += 1
        time.sleep(0.001)
except Stopped:
    print("alarm in a loop")
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt as error:
    print(repr(error), error.__traceback__.tb_lineno, error.__traceback__.tb_next)
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGINT)
print("ignored")
signal.signal(signal.SIGURG, heard)
os.kill(os.getpid(), signal.SIGURG)
print(log)
signal.signal(signal.SIGTERM, lambda *_: sys.exit("terminated"))
os.kill(os.getpid(), signal.SIGTERM)
print("never")
