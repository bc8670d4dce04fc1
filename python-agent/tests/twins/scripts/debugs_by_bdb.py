import bdb
import sys


class Debugger(bdb.Bdb):
    def user_line(self, frame):
        if frame.f_code.co_filename == __file__:
            lines.append((frame.f_code.co_name, frame.f_lineno))

    def user_return(self, frame, value):
        if frame.f_code.co_filename == __file__:
            lines.append(("return", value if isinstance(value, int) else None))


def work(n):
    total = n
    total += 1
    return total


lines = []
debugger = Debugger()
print(debugger.runcall(work, 3), lines)
lines.clear()
debugger.run("work(5)")
print(lines, sys.gettrace())
import trace

tracer = trace.Trace(count=1, trace=0)
tracer.runfunc(work, 1)
print(
    sorted(count for (name, line), count in tracer.results().counts.items() if name == __file__),
    sys.gettrace(),
)
print(work(1))
