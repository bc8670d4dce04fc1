import atexit, threading
def at_end():
    a = [1]
    return a
atexit.register(at_end)
def late():
    threading.main_thread().join()
    b = [2]
threading.Thread(target=late).start()
def gen():
    x = yield 1
    y = yield x
g = gen(); next(g)
g.send([5])
c = 3
