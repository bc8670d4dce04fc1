import sys

sys.stdout.reconfigure(line_buffering=True)
import gc
import weakref

gc.collect()
log = []
moment = "start"


def heard(phase, info):
    log.append((moment, phase[:3], info["generation"], info["collected"]))


gc.callbacks.append(heard)
gc.set_threshold(5, 3, 3)
for number in range(60):
    moment = number
    kept = []
    kept.append(kept)
print(log)
log.clear()


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        log.append(("del", moment, self.name))


for number in range(30):
    moment = number
    Node(number)
    if number % 7 == 0:
        print(number, gc.get_count(), len(log))
print(log)
log.clear()


def pass_by(number):
    global moment
    local = [number]
    moment = (number, "a")
    local.append({number: local})
    moment = (number, "b")
    return lambda: local


for number in range(20):
    pass_by(number)
print(log)
log.clear()


def numbers(n):
    global moment
    for at in range(n):
        moment = ("generator", at)
        yield [at]


moment = "sum"
print(sum(len(item) for item in numbers(40)))
print(log)
log.clear()
moment = "dicts"
dicts = [{at: [at]} for at in range(40)]
print(log)
log.clear()
references = []
for number in range(20):
    moment = ("weak", number)
    one = Node(number)
    references.append(
        weakref.ref(one, lambda _, number=number: log.append(("weak", moment, number)))
    )
del one
print(log)
log.clear()
gc.disable()
moment = "disabled"
a = [[] for _ in range(50)]
gc.enable()
moment = "enabled"
b = [1]
moment = "then"
c = [2]
print(log, gc.get_count())
log.clear()
try:
    moment = "error"
    raise ValueError([1], {2: 3})
except ValueError as error:
    moment = "caught"
    kept = error
    d = [[], [], [], [], []]
print(log)
log.clear()
moment = "tuples"
e = [(at, [at]) for at in range(30)]
moment = "sets"
f = [{at} for at in range(30)]
moment = "ints"
g = [at * 1000 for at in range(300)]
moment = "texts"
h = [str(at) for at in range(300)]
print(log)
log.clear()
moment = "del"
del a, b, c, d, e, f, g, h, dicts, references
moment = "after"
i = [[] for _ in range(20)]
print(log, gc.get_count(), gc.get_stats())
gc.callbacks.remove(heard)
print(gc.callbacks, gc.collect())
