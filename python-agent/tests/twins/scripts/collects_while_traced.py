import gc
import sys

events = []


def trace(frame, event, argument):
    events.append((frame.f_code.co_name, event))
    return trace


def profile(frame, event, argument):
    events.append((frame.f_code.co_name, event))


def work():
    kept = [1]
    gc.collect()
    return kept


sys.settrace(trace)
work()
sys.settrace(None)
# One line each: only those that differ need a reason.
print(*events, sep="\n")
events.clear()
sys.setprofile(profile)
work()
sys.setprofile(None)
print(*events, sep="\n")
