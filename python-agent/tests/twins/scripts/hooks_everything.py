import builtins
import os
import sys

events = []
on = False


def audit(name, arguments):
    if on and not name.startswith(("gc.", "ctypes.")):
        events.append(name)


sys.addaudithook(audit)
on = True
open(__file__).close()
compile("1", "x", "eval")
import colorsys
x = [1]
y = id(x)
print("while")
exec("z = 1")
on = False
print(events)
events.clear()
everything = []
sys.addaudithook(lambda name, arguments: everything.append(name))
a = [1]
b = [2]
c = {}
del a, b, c
print(everything)
real = builtins.print
builtins.print = lambda *arguments: real("mine", *arguments)
print("x")
builtins.print = real
builtins.id = lambda thing: 0 / 0
builtins.len = lambda thing: 0 / 0
builtins.map = builtins.list = builtins.sorted = builtins.type = builtins.isinstance = None
a = [1]
a.append(a)
del a
import gc
real(gc.collect() >= 0)
sys.getrefcount = None
gc.get_objects = gc.get_referents = gc.get_count = None
os.getpid = os.write = None
sys._getframe = None
a = [1]
real("end")
