"""Every special method that a careless observer would call writes to the log; at the end the log must be empty."""
import gc

log = []


def evil(name):
    def method(self, *args, **kwargs):
        log.append(name)
        raise RuntimeError(name)

    return method


NAMES = ["__repr__", "__str__", "__eq__", "__hash__", "__len__", "__iter__", "__getattr__", "__getattribute__", "__sizeof__", "__dir__", "__bool__", "__format__", "__reduce_ex__", "__instancecheck__", "__subclasscheck__", "__ne__", "__lt__", "__index__", "__call__", "__fspath__"]


class Meta(type):
    pass


for name in NAMES:
    if name not in ("__call__",):
        setattr(Meta, name, evil("Meta." + name))


class Evil(metaclass=Meta):
    __class__ = property(evil("Evil.__class__"))


def grow():
    made = object.__new__(Evil)
    object.__setattr__(made, "me", made)
    return made


for name in NAMES:
    type.__setattr__(Evil, name, evil("Evil." + name))


class EvilList(list):
    __len__ = evil("list.__len__")
    __iter__ = evil("list.__iter__")
    __getitem__ = evil("list.__getitem__")
    __repr__ = evil("list.__repr__")
    __eq__ = evil("list.__eq__")
    __sizeof__ = evil("list.__sizeof__")


class EvilDict(dict):
    __len__ = evil("dict.__len__")
    __iter__ = evil("dict.__iter__")
    __getitem__ = evil("dict.__getitem__")
    items = keys = values = evil("dict.items")


class EvilText(str):
    __len__ = evil("str.__len__")
    __str__ = evil("str.__str__")
    __repr__ = evil("str.__repr__")
    encode = evil("str.encode")
    __hash__ = str.__hash__


first = grow()
second = grow()
items = EvilList([1, 2])
table = EvilDict(a=[])
text = EvilText("text")
table2 = {EvilText("key"): [1]}


class Slotted:
    __slots__ = ("a", "b")
    a_method = evil("x")


slotted = Slotted()
slotted.a = [first]
log.clear()
x = 1
holder = [second, items]
del first
y = 2
print(log)
