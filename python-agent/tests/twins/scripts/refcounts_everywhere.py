import sys
from sys import getrefcount as count

_ = [count(x) for x in ()]


class Thing:
    shared = object()
    kept = []

    def __init__(self):
        self.mine = object()

    def method(self, argument):
        local = object()
        print("method", count(self), count(argument), count(local), count(self.mine))
        again = local
        print("method", count(local), count(again))
        del again
        print("method", count(local))
        return local

    @classmethod
    def of_class(cls):
        print("class", count(cls), count(cls.shared), count(cls.kept))

    @staticmethod
    def static(value):
        print("static", count(value))

    @property
    def computed(self):
        print("property", count(self))
        return self

    def __enter__(self):
        print("enter", count(self))
        return self

    def __exit__(self, *how):
        print("exit", count(self), count(how))

    print("class body", count(shared), count(kept), count(method))


module_object = object()
print("module", count(module_object), count(object()), count([]), count({}), count(()))
alias = module_object
print("module", count(module_object))
del alias
print("module", count(module_object))
thing = Thing()
print("instance", count(thing), count(thing.mine), count(Thing.shared), count(Thing.kept))
result = thing.method(object())
print("result", count(result), count(thing))
thing.method(module_object)
thing.of_class()
thing.static(module_object)
print("property", count(thing.computed))
with thing as same:
    print("with", count(thing), count(same))
print("after with", count(thing))
bound = thing.method
print("bound", count(thing), count(bound), count(bound.__func__), count(Thing.__dict__["method"]))
del bound
print("unbound", count(thing))


def defaults(a=object(), *, b=object()):
    print("defaults", count(a), count(b))
    c = [a, b]
    print("defaults", count(a), count(b), count(c))


defaults()
defaults(module_object, b=module_object)
print("default", count(defaults.__defaults__), count(defaults.__defaults__[0]), count(defaults))


def star(*arguments, **named):
    print("star", count(arguments), count(named), count(arguments[0]))
    first = arguments[0]
    print("star", count(first), count(arguments))


star(object(), 1, a=2)
star(module_object)


def outer():
    captured = object()
    print("outer", count(captured))

    def inner():
        print("inner", count(captured))
        return captured

    print("outer", count(captured), count(inner), count(inner.__closure__[0]))
    inner()
    return inner


closure = outer()
print("closure", count(closure()), count(closure), count(closure.__closure__))


def generator(value):
    print("generator", count(value))
    got = yield value
    print("generator", count(value), count(got))
    local = object()
    yield local
    print("generator", count(local))
    try:
        yield
    finally:
        print("closing", count(value), count(local))


run = generator(module_object)
print("generator made", count(module_object), count(run))
print("first", count(next(run)))
print("sent", count(run.send(object())), count(module_object))
next(run)
print("third", count(run))
run.close()
print("closed", count(module_object), count(run))
print("list", [count(item) for item in [object(), module_object]])
print("set", sorted({count(item) for item in [object(), module_object]}))
print("dict", {count(key): count(value) for key, value in {"a b": object()}.items() if value})
print("genexpr", list(count(item) for item in [object(), module_object]))
items = [object() for _ in range(3)]
for item in items:
    print("loop", count(item), count(items))
print("after loop", count(item))
for at, (left, right) in enumerate(zip(items, items)):
    print("zip", at, count(left), count(right))
print("sorted", sorted(items, key=lambda item: (count(item), 0) and 0) == items)
print("map", list(map(count, items)), list(map(lambda item: count(item), items)))
print("filter", list(filter(lambda item: print(count(item)), items)))


def fail():
    held = object()
    raise ValueError(held)


try:
    fail()
except ValueError as error:
    print("error", count(error), count(error.args), count(error.args[0]), count(error.__traceback__))
    frame = error.__traceback__.tb_next.tb_frame
    print("frame", count(frame), count(frame.f_locals["held"]))
    kept = error
    del frame
print("kept", count(kept), count(kept.args[0]), count(kept.__traceback__))
kept.__traceback__ = None
print("kept", count(kept), count(kept.args[0]))
del kept


def deep(n, value):
    if n == 0:
        print("deep", count(value))
        return value
    return deep(n - 1, value)


print("deep", count(deep(20, module_object)), count(deep(3, object())))
globals()["written"] = module_object
print("globals", count(written), count(globals()))
exec("inside = module_object; print('exec', count(inside))")
print("eval", eval("count(module_object)"), count(module_object))
print("lambda", (lambda value: count(value))(object()), (lambda: count(module_object))())
print("and/or", count(module_object or None), count(module_object if module_object else None))
print("chain", count([module_object][0]), count((module_object, module_object)[0]))
print("format", "%s" % count(module_object), f"{count(module_object)}")
a = b = c = object()
print("many", count(a))
a, b = b, a
print("swapped", count(a))
del a, b
print("one", count(c))
(first := object())
print("walrus", count(first), count(second := object()), count(second))
first, *rest = [object(), object(), object()]
print("unpacked", count(first), count(rest), [count(one) for one in rest])
nested = [[object()]]
print("nested", count(nested), count(nested[0]), count(nested[0][0]))
d = {"key of mine": object(), (1, object()): 2}
print("dict", count(d), count(d["key of mine"]), [count(key) for key in d if type(key) is tuple])
for key, value in d.items():
    print("items", type(key).__name__, count(value) if type(value) is object else "")
print("assert", count(module_object))
assert count(module_object) > 1, module_object
if count(module_object) > 1:
    print("if", count(module_object))
while count(module_object) > 1:
    print("while", count(module_object))
    break
class_made = type("Made", (Thing,), {"x": module_object})
print("type", count(class_made), count(module_object), count(Thing))
del class_made
import gc
print(gc.collect() >= 0, count(module_object), count(Thing))
large = 10**30
text = "some text" + str(large)
print("values", count(large), count(text), count(1.5 * large), count(b"x" * 20 + bytes(3)), count((large, text)))
print("code", count(deep), count(deep.__code__), count(deep.__globals__), count(deep.__name__))
print("module", count(sys.modules["__main__"]), count(gc), count(types := __import__("types")), count(types))
