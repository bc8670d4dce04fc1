import gc
import sys
def trace(frame, event, argument):
    seen.append((frame.f_code.co_name, event))
    return trace
def work():
    kept = [1]
    gc.collect()
    return kept
seen = []
sys.settrace(trace)
work()
sys.settrace(None)
after = work()
del after
print(seen, sys.gettrace())
