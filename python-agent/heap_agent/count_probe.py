"""Tells at its first line the collector's counts and how many objects wait in the free lists: run plainly and observed, it says what starting the agent changes.

Then it tells of each module of C that the agent uses, too, how many objects its first import counts: types that are ready by then are not counted again.

An object from a free list is not counted, so that of 100 new ones the number not counted is the number that waited there. One flat piece of code with more than
20 names and constants: what marshal needs to load it comes from no free list, so that nothing is lost of what the start left there.
"""

# An annotation would make a dict.
# pyright: reportCallIssue=false, reportArgumentType=false, reportMissingImports=false
import gc
import os

counts = gc.get_count()
gc.disable()
environment = os.environ
at = 0
lists = [None] * 100
before = gc.get_count()[0]
while at < 100:
    lists[at] = []
    at += 1
lists_waiting = before + 100 - gc.get_count()[0]
at = 0
dicts = [None] * 100
before = gc.get_count()[0]
while at < 100:
    dicts[at] = {}
    at += 1
dicts_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_1 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_1[at] = (at,)
    at += 1
tuples_of_1_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_2 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_2[at] = (at, at)
    at += 1
tuples_of_2_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_3 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_3[at] = (at, at, at)
    at += 1
tuples_of_3_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_4 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_4[at] = (at, at, at, at)
    at += 1
tuples_of_4_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_5 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_5[at] = (at, at, at, at, at)
    at += 1
tuples_of_5_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_6 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_6[at] = (at, at, at, at, at, at)
    at += 1
tuples_of_6_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_7 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_7[at] = (at, at, at, at, at, at, at)
    at += 1
tuples_of_7_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_8 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_8[at] = (at, at, at, at, at, at, at, at)
    at += 1
tuples_of_8_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_9 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_9[at] = (at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_9_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_10 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_10[at] = (at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_10_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_11 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_11[at] = (at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_11_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_12 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_12[at] = (at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_12_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_13 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_13[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_13_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_14 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_14[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_14_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_15 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_15[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_15_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_16 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_16[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_16_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_17 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_17[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_17_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_18 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_18[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_18_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_19 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_19[at] = (at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at, at)
    at += 1
tuples_of_19_waiting = before + 100 - gc.get_count()[0]
at = 0
tuples_of_20 = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuples_of_20[at] = (
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
        at,
    )
    at += 1
tuples_of_20_waiting = before + 100 - gc.get_count()[0]
at = 0
slices = [None] * 100
before = gc.get_count()[0]
while at < 100:
    slices[at] = slice(at)
    at += 1
slices_waiting = before + 100 - gc.get_count()[0]
at = 0
list_iterators = [None] * 100
before = gc.get_count()[0]
while at < 100:
    list_iterators[at] = iter(lists)
    at += 1
list_iterators_waiting = before + 100 - gc.get_count()[0]
at = 0
tuple_iterators = [None] * 100
before = gc.get_count()[0]
while at < 100:
    tuple_iterators[at] = iter(counts)
    at += 1
tuple_iterators_waiting = before + 100 - gc.get_count()[0]
at = 0
methods = [None] * 100
before = gc.get_count()[0]
while at < 100:
    methods[at] = environment.copy
    at += 1
methods_waiting = before + 100 - gc.get_count()[0]
at = 0
builtin_methods = [None] * 100
before = gc.get_count()[0]
while at < 100:
    builtin_methods[at] = lists.append
    at += 1
builtin_methods_waiting = before + 100 - gc.get_count()[0]
young, middle, old = gc.get_stats()
before = gc.get_count()[0]
import _collections  # noqa: E402, F401

collections_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import _ctypes  # noqa: E402, F401

ctypes_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import _operator  # noqa: E402, F401

operator_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import _struct  # noqa: E402, F401

struct_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import _tracemalloc  # noqa: E402, F401

tracemalloc_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import itertools  # noqa: E402, F401

itertools_imported = gc.get_count()[0] - before
before = gc.get_count()[0]
import select  # noqa: E402, F401

select_imported = gc.get_count()[0] - before
print(*counts, young["collections"], middle["collections"], old["collections"], *gc.get_threshold())
print(
    lists_waiting,
    dicts_waiting,
    tuples_of_1_waiting,
    tuples_of_2_waiting,
    tuples_of_3_waiting,
    tuples_of_4_waiting,
    tuples_of_5_waiting,
    tuples_of_6_waiting,
    tuples_of_7_waiting,
    tuples_of_8_waiting,
    tuples_of_9_waiting,
    tuples_of_10_waiting,
    tuples_of_11_waiting,
    tuples_of_12_waiting,
    tuples_of_13_waiting,
    tuples_of_14_waiting,
    tuples_of_15_waiting,
    tuples_of_16_waiting,
    tuples_of_17_waiting,
    tuples_of_18_waiting,
    tuples_of_19_waiting,
    tuples_of_20_waiting,
    slices_waiting,
    list_iterators_waiting,
    tuple_iterators_waiting,
    methods_waiting,
    builtin_methods_waiting,
)
print(
    collections_imported,
    ctypes_imported,
    operator_imported,
    struct_imported,
    tracemalloc_imported,
    itertools_imported,
    select_imported,
)
