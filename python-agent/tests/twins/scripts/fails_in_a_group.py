import sys


class Held:
    def __del__(self):
        print("held gone")


def fails(held):
    raise (
        KeyError("nested ü")
        if sys.version_info < (3, 11)
        else eval("ExceptionGroup")("two", [ValueError(1), KeyError(2)])
    )


try:
    fails(Held())
except BaseException as error:
    raise RuntimeError("outer") from error
