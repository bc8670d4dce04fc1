import sys
import threading

events = []


def profile(frame, event, argument):
    name = getattr(argument, "__name__", None) if event.startswith("c_") else None
    events.append((frame.f_code.co_name, event, frame.f_lineno, name))


def work(n):
    return sorted(range(n), key=lambda at: len(str(at)))


def generate():
    yield 1
    yield 2


print(sys.getprofile())
sys.setprofile(profile)
work(3)
list(generate())
a = [number for number in range(2)]
try:
    {}["x"]
except KeyError:
    pass
print("while")
sys.setprofile(None)
print(events)
events.clear()
threading.setprofile(profile)
thread = threading.Thread(target=work, args=(1,))
thread.start()
thread.join()
threading.setprofile(None)
print([event for event in events if event[0] == "work"])
import cProfile, io, pstats
profiler = cProfile.Profile()
profiler.enable()
work(5)
profiler.disable()
stats = pstats.Stats(profiler, stream=io.StringIO())
print(sorted((name, calls[0]) for (_, _, name), calls in stats.stats.items()))
