import signal
import sys


def work():
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt as error:
        print(repr(error))
    try:
        raise KeyboardInterrupt("mine")
    except KeyboardInterrupt as error:
        print(repr(error), error.__traceback__.tb_lineno)
    for number in range(3):
        try:
            signal.raise_signal(signal.SIGINT)
            number = -1
        except KeyboardInterrupt:
            print("caught", number)
        finally:
            print("finally")


work()
signal.raise_signal(signal.SIGINT)
