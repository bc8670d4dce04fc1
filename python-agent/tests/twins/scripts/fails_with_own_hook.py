import sys


def hook(kind, error, trace):
    lines = []
    while trace is not None:
        lines.append((trace.tb_lineno, trace.tb_frame.f_code.co_name))
        trace = trace.tb_next
    print(kind.__name__, error, lines, sys.getrefcount(error))
    print(hasattr(sys, "last_value"), hasattr(sys, "last_traceback"))


sys.excepthook = hook


def inner():
    1 / 0


def outer():
    inner()


outer()
