import gc
import io
import os
import re
import sys

# What the collector itself says of each unreachable object, in its order; addresses become numbers.
reader, writer = os.pipe()
saved = os.dup(2)
gc.collect()


class Node:
    pass


def graph(kind):
    a, b = Node(), Node()
    a.b, b.a = b, a
    b.more = [{}, (a, [kind]), lambda: a]


gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE)
os.dup2(writer, 2)
graph(1)
gc.collect()
os.dup2(saved, 2)
gc.set_debug(0)
os.close(writer)
text = os.read(reader, 65536).decode()
numbers = {}
print(
    re.sub("0x[0-9a-f]+", lambda found: str(numbers.setdefault(found.group(), len(numbers))), text)
)
