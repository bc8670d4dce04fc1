"""Collections start while C code still fills a tuple, a list, a `partial` or a class it has just made; and a structure without its format."""
import functools
import gc
import json
import marshal
import struct

usual = gc.get_threshold()
nested = marshal.dumps([[[], ([],)], [[], []]])
by_name = {"a": {"b": []}, "c": []}


def with_collection():
    yield ["first"]
    yield ["second"]
    gc.collect()
    yield ["third"]


class OwnTuple(tuple):
    pass


class OwnList(list):
    pass


filled = tuple(with_collection())
own = OwnTuple(with_collection()), OwnList(with_collection())
formless = struct.Struct.__new__(struct.Struct)
# One allocation more starts a collection: each of these makes several in C.
gc.set_threshold(1)
loaded = marshal.loads(nested)
zipped = list(zip(map(list, [[1], [2]]), [[3], [4]]))
text = json.dumps(by_name)
part = functools.partial(functools.partial(print, [], end=[]), {})
made = type("Made", (), {"one": [], "two": property(len)})
gc.set_threshold(*usual)
print("done")
