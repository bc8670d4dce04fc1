"""Prints what a capture of the whole heap costs in its own process: `python dumps_a_heap.py AGENT_FOLDER CONTAINERS`.

Six numbers: tracked objects, processor seconds of `gc.collect()` and of a capture (medians of pairs), the median of their ratios,
bytes of memory a capture needs beyond the heap for each tracked object, and tracked objects it leaves behind.
"""

import gc
import resource
import sys
import time

sys.path.insert(0, sys.argv[1])

from heap_agent.heap_capture import Capture, HeapFilter  # noqa: E402

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


def capture():
    Capture(HeapFilter((), ())).release()


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def median(values):
    return sorted(values)[len(values) // 2]


kept = build(int(sys.argv[2]))
gc.collect()
gc.disable()
tracked = len(gc.get_objects())
peak_before = peak_bytes()
capture()
extra = peak_bytes() - peak_before
left = len(gc.get_objects())
capture()
left = len(gc.get_objects()) - left
pairs = [(seconds_of(gc.collect), seconds_of(capture)) for _ in range(PAIRS)]
print(
    tracked,
    median([collect for collect, _ in pairs]),
    median([dump for _, dump in pairs]),
    median([dump / collect for collect, dump in pairs]),
    extra / tracked,
    left,
)
