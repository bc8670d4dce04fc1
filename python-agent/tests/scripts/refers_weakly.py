import weakref


class Thing:
    def __eq__(self, other):
        raise RuntimeError("code of the script ran")

    __hash__ = None


class Keyed(weakref.ref):
    pass


target = Thing()
plain = weakref.ref(target)
keyed = Keyed(target, print)
proxy = weakref.proxy(target)
values = weakref.WeakValueDictionary({"a": target})
method = weakref.WeakMethod(target.__eq__)
never = 1
del target
dead = 2
