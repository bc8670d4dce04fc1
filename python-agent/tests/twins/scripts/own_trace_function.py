import sys
import threading

events = []


def trace(frame, event, argument):
    events.append((frame.f_code.co_name, event, frame.f_lineno))
    return trace


def work(n):
    total = 0
    for number in range(n):
        total += number
    return total


print(sys.gettrace(), threading._trace_hook if hasattr(threading, "_trace_hook") else None)
sys.settrace(trace)
work(2)
try:
    work(None)
except TypeError:
    pass
print(sys.gettrace() is trace)
sys.settrace(None)
print(events, sys.gettrace())
events.clear()


def stops(frame, event, argument):
    events.append((frame.f_code.co_name, event))


sys.settrace(stops)
work(1)
sys.settrace(None)
print(events)
events.clear()


def fails(frame, event, argument):
    events.append(event)
    raise RuntimeError("in the trace function")


sys.settrace(fails)
try:
    work(1)
except RuntimeError as error:
    print(error)
print(sys.gettrace(), events)
events.clear()
threading.settrace(trace)
thread = threading.Thread(target=work, args=(1,))
thread.start()
thread.join()
print(("work", "call", 12) in events, sys.gettrace())
threading.settrace(None)
events.clear()
sys.settrace(sys.gettrace())
print(work(3), sys.gettrace())
frame = sys._getframe()
frame.f_trace = trace
sys.settrace(lambda *_: None)
x = 1
y = 2
sys.settrace(None)
del frame.f_trace
print(events)
print(sys.call_tracing(work, (2,)))
