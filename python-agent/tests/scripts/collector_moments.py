import gc
import weakref

log = []


def note(phase, info):
    if phase == "start":
        log.append((info["generation"], moment))


class Plain:
    pass


class Slotted:
    __slots__ = ("link",)


def make_closure(number):
    def closure():
        return number

    return closure


def make_generator():
    kept = []
    yield kept


def plain():
    return Plain()


def with_names(first, second=None, *others, **named):
    return [first, others, named]


kinds = {
    "lists": lambda: [],
    "dicts": lambda: {"a": 1},
    "tuples": lambda: (moment, []),
    "instances": plain,
    "slotted": Slotted,
    "sets": lambda: {moment},
    "closures": lambda: make_closure(moment),
    "generators": make_generator,
    "methods": lambda: plain().__init__,
    "nested": lambda: [[], {}, ([],)],
    "calls": lambda: with_names(1, 2, 3, [], four=4),
    "cells": lambda: (lambda: moment),
    "weak": lambda: weakref.ref(plain),
    "slices": lambda: slice(moment, None),
    "iterators": lambda: iter([moment]),
    "comprehensions": lambda: [[n] for n in range(3)],
    "sorted": lambda: sorted([3, 1, 2], key=lambda n: [n]),
}
print("at first", gc.get_count(), gc.get_stats())
moment = "before"
gc.callbacks.append(note)
for name, make in kinds.items():
    kept = []
    for number in range(100):
        moment = (name, number)
        kept.append(make())
        if number % 20 == 19:
            log.append((number, gc.get_count()))
    moment = (name, "end")
    log.append(gc.get_count())
    print(name, log)
    log.clear()
for threshold in (5, 50, 700):
    gc.set_threshold(threshold, 3, 3)
    for name, make in kinds.items():
        ring = []
        for number in range(21):
            moment = (name, number)
            ring.append(make())
            if number % 7 == 6:
                ring.append(ring)
                ring = []
        print(threshold, name, log, gc.get_count())
        log.clear()
gc.set_threshold(700, 10, 10)
moment = "off"
gc.disable()
kept = []
for number in range(900):
    kept.append([])
print(gc.get_count())
moment = "on"
gc.enable()
print(gc.get_count())
another = {moment}
print(gc.get_count(), log)
another = [moment]
moment = "after"
print(gc.get_count(), log)
print(gc.collect(), gc.get_count())
gc.freeze()
print(gc.get_freeze_count() > 0, gc.get_count())
gc.unfreeze()
print(gc.get_freeze_count(), gc.get_count(), gc.collect(0), gc.collect(1), gc.collect())
print(len(gc.callbacks), gc.garbage, gc.isenabled(), gc.get_threshold())
