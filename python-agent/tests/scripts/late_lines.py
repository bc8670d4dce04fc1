import atexit, threading, time
def at_end():
    a = [1]
    return a
atexit.register(at_end)
def late():
    time.sleep(0.2)
    b = [2]
threading.Thread(target=late).start()
def gen():
    x = yield 1
    y = yield x
g = gen(); next(g)
g.send([5])
c = 3
