import gc
import weakref

gc.collect()


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("del", self.name)


def told(name):
    def callback(reference):
        print("gone", name, reference())
    return callback


a = Thing("a")
first = weakref.ref(a, told("first"))
second = weakref.ref(a, told("second"))
third = weakref.ref(a)
fourth = weakref.ref(a)
print(third is fourth, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)))
proxy = weakref.proxy(a, told("proxy"))
print(weakref.getweakrefcount(a), proxy.name)
a = None
print("after a")
b = Thing("b")
c = Thing("c")
b.c, c.b = c, b
references = [weakref.ref(thing, told(thing.name)) for thing in (b, c, b)]
finalizer = weakref.finalize(b, print, "finalize b")
del b, c
print("before")
print(gc.collect())
print("after", [reference() for reference in references], finalizer.alive)
values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
members = weakref.WeakSet()
for number in range(3):
    thing = Thing("thing %d" % number)
    values[number] = thing
    keys[thing] = number
    members.add(thing)
    print(len(values), len(keys), len(members))
del thing
print(len(values), len(keys), len(members))
method = weakref.WeakMethod(Thing("method").__repr__)
print(method())
d = Thing("d")
d.me = d
inside = weakref.ref(d, told("d"))
d.reference = inside
del inside, d
print(gc.collect())
e = Thing("e")
e.me = e
weakref.finalize(e, print, "finalize e")
del e
print(gc.collect(1), gc.collect(0), gc.collect())


class Back(Thing):
    def __del__(self):
        global back
        back = self
        print("back", self.name)


back = None
f = Back("f")
reference = weakref.ref(f, told("f"))
del f
print(back, reference(), weakref.getweakrefcount(back))
back = None
g = Thing("g")
first = weakref.ref(g, lambda reference: 1 / 0)
del g
print("after g")
weakref.finalize(Thing, print, "finalize at exit")
kept = Thing("kept until exit")
