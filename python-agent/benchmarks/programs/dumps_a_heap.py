"""Prints what reading the whole heap (ids, types, refcounts, references) costs in its own process: `python dumps_a_heap.py AGENT_FOLDER CONTAINERS`.

Four numbers: tracked objects, the processor time of reading as a multiple of `gc.collect()` just before (median of pairs), bytes of
memory that reading needs for each tracked object beyond the columns it packs, and tracked objects it leaves behind.
"""

import gc
import resource
import sys
import time

sys.path.insert(0, sys.argv[1])

from heap_agent.whole_heap import WholeHeap

PAIRS = 7


class Node:
    def __init__(self, number, before):
        self.number = number
        self.before = before
        self.items = [number, before, "text %d" % number]


def build(containers):
    nodes = []
    node = None
    for number in range(containers // 3):
        node = Node(number, node if number % 50 else None)
        nodes.append(node)
        if number % 3 == 0:
            nodes.append({"node": node, "pair": (node, nodes)})
    return nodes


def seconds_of(action):
    start = time.process_time()
    action()
    return time.process_time() - start


def read():
    objects = gc.get_objects()
    heap = WholeHeap(0, set())
    heap.read(objects, False)
    objects.clear()
    return sum(len(piece) for column in (heap.addresses, heap.types, heap.refcounts, heap.edges) for piece in column)


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def median(values):
    return sorted(values)[len(values) // 2]


kept = build(int(sys.argv[2]))
gc.collect()
gc.disable()
tracked = len(gc.get_objects())
peak_before = peak_bytes()
packed = read()
extra = peak_bytes() - peak_before - packed
left = len(gc.get_objects())
read()
left = len(gc.get_objects()) - left
pairs = [(seconds_of(gc.collect), seconds_of(read)) for _ in range(PAIRS)]
print(tracked, median([dump / collect for collect, dump in pairs]), max(0, extra) / tracked, left)
