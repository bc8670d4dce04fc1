"""Everything a hostile program may put in the way; whatever runs while somebody looks is written to the log."""
import collections
import sys
import threading
import weakref

log = []
thread_of_script = threading.get_ident()


trap = liar = set_traps = None
# Not in this file, so that making the traps takes no steps.
exec(compile("""
def trap(name):
    def method(self, *args, **kwargs):
        log.append(name)
        raise RuntimeError(name)

    return method


def liar(name, answer):
    def method(self, *args, **kwargs):
        log.append(name)
        return answer

    return method


def set_traps():
    for name in SPECIAL:
        if name not in ("__call__", "__prepare__", "__set_name__"):
            type.__setattr__(Meta, name, trap("Meta." + name))
        type.__setattr__(Raises, name, trap("Raises." + name))
        if name != "__hash__":
            for cls in (EvilList, EvilDict, EvilSet, EvilTuple, EvilText, EvilInt, EvilDeque, EvilOrdered, EvilRef):
                type.__setattr__(cls, name, trap(cls.__name__ + "." + name))
""", "<traps>", "exec"))


SPECIAL = [
    "__repr__", "__str__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__len__", "__iter__", "__next__",
    "__getattr__", "__getattribute__", "__sizeof__", "__dir__", "__bool__", "__format__", "__reduce__", "__reduce_ex__", "__index__",
    "__int__", "__float__", "__bytes__", "__fspath__", "__contains__", "__getitem__", "__missing__", "__reversed__", "__length_hint__",
    "__call__", "__copy__", "__deepcopy__", "__getstate__", "__enter__", "__exit__", "__await__", "__aiter__", "__anext__",
    "__instancecheck__", "__subclasscheck__", "__get__", "__set__", "__delete__", "__set_name__", "__prepare__", "__class_getitem__",
]  # fmt: skip


class Meta(type):
    __name__ = property(trap("Meta.__name__"))
    __module__ = property(trap("Meta.__module__"))
    __mro__ = property(trap("Meta.__mro__"))
    __dict__ = property(trap("Meta.__dict__"))


class Raises(metaclass=Meta):
    pass


class Lies(metaclass=Meta):
    __class__ = property(liar("Lies.__class__", int))
    __dict__ = property(liar("Lies.__dict__", {"x": 1}))
    __slots__ = ()


class Slots:
    __slots__ = ("same", "other", "__weakref__")


class Clash(Slots):
    __slots__ = ("same",)

    @property
    def other(self):
        log.append("Clash.other")
        raise RuntimeError


class Shadow(Slots):
    same = property(trap("Shadow.same"))


class EvilList(list):
    pass


class EvilDict(dict):
    pass


class EvilSet(set):
    pass


class EvilTuple(tuple):
    pass


class EvilText(str):
    pass


class EvilInt(int):
    pass


class EvilDeque(collections.deque):
    pass


class EvilOrdered(collections.OrderedDict):
    pass


class EvilRef(weakref.ref):
    pass


class Blocks:
    pass


def made(cls):
    return object.__new__(cls)


raises, lies, blocks = made(Raises), made(Lies), made(Blocks)
raises.me = raises
clash, shadow = Clash(), Shadow()
Slots.same.__set__(clash, [1])
Clash.__dict__["same"].__set__(clash, [2])
Slots.same.__set__(shadow, [3])
containers = [EvilList([1, [2]]), EvilDict(a=[1]), EvilSet((1, 2)), EvilTuple((1, [2])), EvilDeque([[1]]), EvilOrdered(a=[1])]
texts = [EvilText("text"), EvilInt(7)]
keys = {EvilText("key"): [1], EvilInt(3): [2]}
keyed_by_hostile = {}
raises_hashed = made(Raises)
keyed_by_hostile[raises_hashed] = [1]
in_set = {raises_hashed}
attributes = made(Raises)
attributes.__dict__[EvilText("hidden")] = [1]
for container in (containers[0],):
    container.append(container)
cyclic = {}
cyclic["me"] = cyclic
proxy_target = Slots()
proxy = weakref.proxy(proxy_target)
reference = EvilRef(proxy_target)
dead_target = Slots()
dead_proxy, dead_reference = weakref.proxy(dead_target), EvilRef(dead_target)
del dead_target
surrogates = ["\ud800", {"\udfff": ["\ud800"]}, type("\u00e9\U00010400", (), {})()]
setattr(surrogates[2], "\ud800 and \U0001f40d\n", [1])
setattr(surrogates[2], "", [2])
globals()["n\u00e4me \ud800 with\tanything"] = [3]
nameless = type("Nameless", (), {"__module__": 5})
nameless.__qualname__ = EvilText("Own.Name")
instance_of_nameless = nameless()
no_module = type("NoModule", (), {"__module__": raises})
instance_of_no_module = no_module()
huge_text = "x" * 1000
huge_number = 1 << 5000


def function(argument=raises, *, keyword=lies):
    local = [argument]
    captured = [keyword]

    def inner():
        return captured

    yield inner


generator = function()
next(generator)
named_function = function
named_function.__qualname__ = EvilText("Renamed")
named_function.__name__ = EvilText("renamed")
named_function.__module__ = raises
named_function.__doc__ = lies
set_traps()
type.__setattr__(Blocks, "__getattribute__", lambda self, name: threading.Event().wait())
type.__setattr__(Blocks, "__repr__", lambda self: threading.Event().wait())
type.__setattr__(Blocks, "__sizeof__", lambda self: threading.Event().wait())
list.clear(log)
first = [raises, lies]
second = (proxy, dead_proxy)


def looked_at(argument):
    local = argument
    kept = [local, reference]
    return kept


third = looked_at(raises)
fourth = [third]
del third
fifth = 5
print(list.__repr__(log))
