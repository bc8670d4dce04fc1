"""Small programs that each leave garbage of another kind, for a collection that is checked from outside. Imported as a library."""

import abc
import asyncio
import builtins
import collections
import contextlib
import contextvars
import ctypes
import dataclasses
import decimal
import enum
import functools
import gc
import io
import itertools
import operator
import os
import pickle
import queue
import re
import sqlite3
import sys
import threading
import types
import typing
import weakref
import xml.etree.ElementTree as etree

PROGRAMS = {}


class N:
    def __init__(self, name=""):
        self.name = name


class D(N):
    def __del__(self):
        pass


class S:
    __slots__ = ("a", "b", "__weakref__")


def case(program):
    PROGRAMS[program.__name__] = program
    return program


@case
def classic():
    a = D("obj1")
    b = D("obj2")
    a.ref = b
    b.ref = a


@case
def selflist():
    l = []
    l.append(l)


@case
def selfdict():
    d = {}
    d["me"] = d


@case
def tuplecyc():
    l = []
    t = (l, 1)
    l.append(t)


@case
def setcyc():
    a = N()
    a.s = {a}


@case
def slots():
    a = S()
    a.a = a
    a.b = [a]


@case
def gencyc():

    def g():
        x = yield
        yield (x, it)

    it = g()
    next(it)
    it.send(it)


@case
def gen_stack():

    def g(x):
        y = [x, (yield 1), x]
        yield

    o = N()
    it = g(o)
    next(it)
    o.it = it


@case
def gen_stack_call():

    def g(o):
        z = o
        print(z, o, (yield), sep="")

    o = N()
    it = g(o)
    next(it)
    o.it = it


@case
def gen_forloop():

    def g(l):
        for x in l:
            for y in (l, x):
                yield y

    l = [[1], [2]]
    it = g(l)
    next(it)
    l.append(it)


@case
def gen_with():

    @contextlib.contextmanager
    def cm(o):
        yield o

    def g(o):
        with cm(o) as q:
            yield q

    o = N()
    it = g(o)
    next(it)
    o.it = it


@case
def gen_unstarted():

    def g(o):
        yield o

    o = N()
    o.it = g(o)


@case
def gen_try_exc():

    def g(o):
        try:
            raise ValueError(o)
        except ValueError as e:
            yield e

    o = N()
    it = g(o)
    next(it)
    o.it = it


@case
def corocyc():

    async def c(o):
        await o

    class A:
        def __await__(self):
            yield

    a = A()
    co = c(a)
    co.send(None)
    a.co = co


@case
def asyncgen():

    async def ag(o):
        yield o

    o = N()
    o.ag = ag(o)


@case
def yieldfrom():

    def i(o):
        yield o

    def g(o):
        yield from i(o)

    o = N()
    it = g(o)
    next(it)
    o.it = it


@case
def closure():

    def f():
        return f

    f.x = f


@case
def closure2():
    o = N()

    def f():
        return (o, f)

    o.f = f


@case
def bound():
    o = N()
    o.m = o.__init__


@case
def klass():

    class K:
        def m(self):
            return __class__

    K.self = K()
    K.self.k = K


@case
def klassmeta():

    class M(type):
        pass

    class K(metaclass=M):
        pass

    M.k = K
    K()
    K().x = 1


@case
def namedtup():
    T = collections.namedtuple("T", "a b")
    t = T([], 1)
    t.a.append(t)


@case
def dataclass_():

    @dataclasses.dataclass
    class P:
        x: int
        y: object = None

    p = P(1)
    p.y = p


@case
def enumcyc():

    class E(enum.Enum):
        A = 1
        B = 2


@case
def abccyc():

    class A(abc.ABC):
        @abc.abstractmethod
        def f(self): ...

    class B(A):
        def f(self):
            pass

    isinstance(3, A)
    B().f()


@case
def modcyc():
    m = types.ModuleType("m")
    m.me = m
    exec("def f(): return f\nclass Q: pass\nq=Q()", m.__dict__)


@case
def exccyc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        keep = e
        keep.me = e


@case
def framecyc():
    f = sys._getframe()
    x = [f]


@case
def framecyc2():

    def g():
        loc = N()
        loc.f = sys._getframe()

        def h():
            return loc

        return 1

    g()


@case
def partialcyc():
    l = []
    p = functools.partial(len, l)
    l.append(p)


@case
def lrucyc():

    @functools.lru_cache
    def f(x):
        return f

    f(1)


@case
def propcyc():

    class P:
        @property
        def v(self):
            return P

        @functools.cached_property
        def c(self):
            return self

        @staticmethod
        def s():
            return P

        @classmethod
        def k(cls):
            return cls

    p = P()
    p.c


@case
def weakcb():
    o = N()
    o.me = o
    r = weakref.ref(o, lambda r: None)
    o.r = r


@case
def weakdict():
    w = weakref.WeakKeyDictionary()
    o = N()
    w[o] = o
    o.w = w


@case
def weakval():
    w = weakref.WeakValueDictionary()
    o = N()
    w["a"] = o
    o.w = w


@case
def weakset():
    w = weakref.WeakSet()
    o = N()
    w.add(o)
    o.w = w


@case
def dequecyc():
    d = collections.deque()
    d.append(d)
    d.append([d])


@case
def odcyc():
    d = collections.OrderedDict()
    d["x"] = d
    d["y"] = [d]


@case
def ddcyc():
    d = collections.defaultdict(list)
    d["x"].append(d)


@case
def countercyc():
    c = collections.Counter("abc")
    c.x = c


@case
def chainmap():
    c = collections.ChainMap({}, {})
    c["a"] = c


@case
def iters():
    l = []
    l += [
        itertools.cycle(l),
        itertools.chain(l),
        itertools.islice(l, 3),
        zip(l, l),
        map(str, l),
        filter(None, l),
        enumerate(l),
        reversed(l),
        iter(l),
        itertools.groupby(l),
        itertools.product(l),
        itertools.combinations(l, 1),
        itertools.accumulate(l),
        itertools.starmap(l.append, l),
        *itertools.tee(l),
        itertools.repeat(l),
        itertools.zip_longest(l),
        itertools.takewhile(bool, l),
    ]


@case
def dictiters():
    d = {}
    d["k"] = [d.items(), d.keys(), d.values(), iter(d), iter(d.items()), reversed(d)]


@case
def iobase():

    class B(io.BytesIO):
        pass

    b = B()
    b.me = b
    t = io.TextIOWrapper(b, "utf8")
    b.t = t
    t.detach()


@case
def iobuf():
    r, w = os.pipe()
    f = os.fdopen(r, "rb")
    os.close(w)

    class Raw(io.FileIO):
        pass

    f.close()
    rr = Raw(os.devnull, "r")
    rr.me = rr


@case
def thread():
    t = threading.Thread(target=lambda: None)
    t.me = t
    t.start()
    t.join()


@case
def locks():
    c = threading.Condition()
    c.me = c
    e = threading.Event()
    e.me = e
    q = queue.Queue()
    q.put(q)
    loc = threading.local()
    loc.x = loc


@case
def ctx():
    v = contextvars.ContextVar("v")
    c = contextvars.copy_context()
    l = [c]
    c.run(v.set, l)


@case
def ctypescyc():

    class St(ctypes.Structure):
        _fields_ = [("p", ctypes.py_object)]

    s = St()
    s.p = ctypes.py_object([s])
    s.q = s
    CB = ctypes.CFUNCTYPE(None)

    def cb():
        return cb_

    cb_ = CB(cb)
    cb.c = cb_


@case
def aio():

    async def main():
        f = asyncio.get_running_loop().create_future()
        f.add_done_callback(lambda x: f)

        async def w():
            await f

        t = asyncio.create_task(w())
        await asyncio.sleep(0)
        f.t = 1 if False else None
        t.cancel()
        try:
            await t
        except asyncio.CancelledError as e:
            f2 = e

    try:
        asyncio.run(main())
    except AttributeError:
        pass


@case
def simplens():
    s = types.SimpleNamespace()
    s.me = s


@case
def mapproxy():
    d = {}
    d["p"] = types.MappingProxyType(d)


@case
def memview():

    class B(bytearray):
        pass

    b = B(b"abc")
    b.m = memoryview(b)


@case
def supercyc():

    class A:
        pass

    class B(A):
        def __init__(self):
            self.s = super()

    B()


@case
def regexcyc():

    class St(str):
        pass

    s = St("abc")
    s.m = re.match("a", s)
    s.it = re.finditer("b", s)


@case
def sqlite():
    c = sqlite3.connect(":memory:")

    def f(x):
        return c

    c.create_function("f", 1, f)
    cur = c.cursor()
    cur.execute("select 1")
    c.close()


@case
def genalias():
    l = []
    a = list[int]
    T = typing.TypeVar("T")

    class G(typing.Generic[T]):
        x: "T"

    G[int]
    l.append(types.GenericAlias(list, (G,)))
    G.l = l


@case
def attrgetter():

    class St(str):
        pass

    l = []

    class K(tuple):
        pass

    k = K((1,))
    k.g = operator.itemgetter(k)


@case
def methodtype():
    o = N()
    o.m = types.MethodType(lambda s: s, o)


@case
def cell():
    c = types.CellType()
    c.cell_contents = c


@case
def slicecyc():
    l = []
    l.append(slice(l, None, l))


@case
def decimalctx():

    class C(decimal.Context):
        pass

    c = C()
    c.me = c


@case
def dellocal():

    def outer():
        x = N()
        x.x = x
        del x
        y = D()
        y.l = [y, {1: y}]
        del y

    outer()


@case
def exc_tb_chain():

    def a():
        try:
            b()
        except Exception as e:
            return e

    def b():
        try:
            c()
        except KeyError as e:
            raise ValueError from e

    def c():
        loc = N()
        loc.l = loc
        {}["x"]

    e = a()
    e.me = e


@case
def listsubclass():

    class L(list):
        pass

    l = L()
    l.append(l)
    l.x = l

    class T(tuple):
        pass

    t = T(([],))
    t[0].append(t)
    t.y = t

    class Dd(dict):
        pass

    d = Dd()
    d[1] = d
    d.z = d

    class I(int):
        pass

    i = I(3)
    i.me = i

    class St(str):
        pass

    s = St("x")
    s.me = s


@case
def excgroup():
    if sys.version_info >= (3, 11):
        e = vars(builtins)["ExceptionGroup"]("x", [ValueError(1)])
        e.me = e


@case
def pep695():
    if sys.version_info >= (3, 12):
        exec(
            "type X[T] = list[T]\ndef f[T](x: T): return T\nclass K[T]: x: T\nX.__value__; K[int]",
            {},
        )


@case
def annot():
    exec('class A:\n  x: "A"\n  y: int\ndef f(a: A) -> A: ...', {"__name__": "zz"})


@case
def tstring():
    if sys.version_info >= (3, 14):
        exec('l=[]\nt=t"{l}"\nl.append(t)', {})


@case
def matdict():
    o = N()
    o.d = o.__dict__
    p = N()
    p.__dict__
    p.me = p
    q = N()
    q.__dict__ = {"me": q}


@case
def element_tree():

    class El(etree.Element):
        pass

    e = etree.Element("a")
    s = etree.SubElement(e, "b")
    e.text = "x"
    e.append(e) if False else None


@case
def pickler():

    class P(pickle.Pickler):
        pass

    p = P(io.BytesIO())
    p.me = p
    p.dump([1, 2, [3]])


@case
def intermediate():
    a = N()
    a.me = a
    a.t = (1, 2, "x")
    a.s = frozenset([1, 2])
    a.f = 1.5


def collect_after(program, generation):
    """Runs one program and collects what it left."""
    gc.collect()
    gc.disable()
    PROGRAMS[program]()
    gc.collect(generation)
