import sys

monitoring = sys.monitoring
events = monitoring.events
print([monitoring.get_tool(tool) for tool in range(6)])
log = []
monitoring.use_tool_id(monitoring.PROFILER_ID, "mine")
print(monitoring.get_events(monitoring.PROFILER_ID))


def work(n):
    total = 0
    for number in range(n):
        total += number
    return total


def generate():
    yield 1
    yield 2


for name in ("PY_START", "PY_RETURN", "LINE", "PY_YIELD", "PY_RESUME", "RAISE", "PY_UNWIND", "CALL"):
    def heard(code, *arguments, name=name):
        if code in (work.__code__, generate.__code__):
            log.append((name, code.co_name, arguments[0] if name in ("LINE", "PY_START") else ""))
    print(monitoring.register_callback(monitoring.PROFILER_ID, getattr(events, name), heard))
monitoring.set_local_events(monitoring.PROFILER_ID, work.__code__, events.LINE | events.PY_START | events.PY_RETURN)
work(2)
print(log)
log.clear()
monitoring.set_local_events(monitoring.PROFILER_ID, work.__code__, 0)
work(2)
print(log)
monitoring.set_events(monitoring.PROFILER_ID, events.PY_START | events.PY_RETURN | events.PY_YIELD | events.RAISE | events.PY_UNWIND)
work(1)
list(generate())
try:
    work(None)
except TypeError:
    pass
monitoring.set_events(monitoring.PROFILER_ID, 0)
print(log)
log.clear()
monitoring.set_events(monitoring.PROFILER_ID, events.LINE)
work(3)
monitoring.set_events(monitoring.PROFILER_ID, 0)
print(log)
log.clear()
heard = []
monitoring.register_callback(monitoring.PROFILER_ID, events.LINE, lambda code, line: heard.append(line) if code is work.__code__ else None and monitoring.DISABLE)
monitoring.set_local_events(monitoring.PROFILER_ID, work.__code__, events.LINE)
work(1)
monitoring.register_callback(monitoring.PROFILER_ID, events.LINE, lambda code, line: monitoring.DISABLE)
work(1)
monitoring.register_callback(monitoring.PROFILER_ID, events.LINE, lambda code, line: heard.append(line))
work(1)
print(heard)
monitoring.restart_events()
work(1)
print(heard)
monitoring.free_tool_id(monitoring.PROFILER_ID)
print([monitoring.get_tool(tool) for tool in range(6)], sys.gettrace(), sys.getprofile())
print(work(2))
for tool in range(6):
    try:
        monitoring.use_tool_id(tool, "tool %d" % tool)
        monitoring.free_tool_id(tool)
    except ValueError as error:
        print(tool, error)
