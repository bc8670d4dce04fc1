import inspect
import sys
import traceback

print(dir(), sorted(vars()), sorted(locals()), locals() is globals())


def names(a, b=2, *c, d=4, **e):
    f = 6
    before = locals()
    g = 7
    print(sorted(before), sorted(locals()), sorted(vars()), dir())
    print(before.get("g"), before["f"], "before" in before)
    f = 8
    print(before["f"], locals() is before)
    del f
    print(sorted(locals()))
    frame = sys._getframe()
    print(frame.f_lineno, frame.f_code.co_name, frame.f_lasti >= 0, sorted(frame.f_locals))
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes, frame.f_back.f_lineno)
    return before


kept = names(1, x=2)
print(sorted(kept))


def written():
    x = 1
    sys._getframe().f_locals["x"] = 2
    print(x, sys._getframe().f_locals["x"], locals()["x"])
    locals()["y"] = 3
    print(sorted(locals()))
    x = 5
    d = sys._getframe().f_locals
    x = 6
    return d["x"], locals()["x"]


print(written())


def outer():
    captured = 1

    def inner():
        nonlocal captured
        captured += 1
        return sorted(locals()), captured

    print(inner(), sorted(locals()), captured)
    return [sorted(locals()) for _ in range(1)], list(sorted(locals()) for _ in range(1))


print(outer())


class Body:
    x = 1
    print(sorted(locals()), sys._getframe().f_code.co_name, dir())
    y = [sorted(sys._getframe().f_locals) for _ in range(1)]


print(Body.y)


def chain():
    frame = sys._getframe()
    names = []
    while frame is not None:
        names.append((frame.f_code.co_name, frame.f_lineno, frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes))
        frame = frame.f_back
    return names


def through(n):
    return chain() if n == 0 else through(n - 1)


print(chain())
print(through(3))
print(list(map(lambda _: chain(), [1])))
print(sorted([2, 1], key=lambda _: print(chain()) or 0))
traceback.print_stack()
print(traceback.format_stack())
print([(info.function, info.lineno, info.index, info.code_context) for info in inspect.stack()])


def stacks():
    traceback.print_stack(limit=5)
    return [info.function for info in inspect.stack()], inspect.currentframe().f_back.f_lineno


print(stacks())
print(inspect.getsource(stacks))
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("x") from error
except KeyError:
    traceback.print_exc()
    print(traceback.format_exc(limit=1))


def generate():
    x = 1
    yield chain()
    y = 2
    yield sorted(locals())


run = generate()
print(run.gi_frame.f_lineno, run.gi_frame.f_locals, run.gi_running)
print(next(run), run.gi_frame.f_lineno, sorted(run.gi_frame.f_locals))
print(next(run), sorted(run.gi_frame.f_locals), run.gi_frame.f_back)
print(list(run), run.gi_frame)
exec("print(sorted(locals()) == sorted(globals()), sys._getframe().f_code.co_filename)")
exec("a = 1\nprint(sorted(locals()))", {}, {"z": 1})
print(eval("[chain() for _ in [1]]"))
warned = sys.exc_info()
print(warned)


def cleared():
    try:
        held = [1]
        raise ValueError
    except ValueError as error:
        return error.__traceback__


trace = cleared()
print(trace.tb_lineno, sorted(trace.tb_frame.f_locals), trace.tb_next, trace.tb_lasti >= 0)
trace.tb_frame.clear()
print(trace.tb_frame.f_locals)
