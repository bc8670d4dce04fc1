import gc
import sys


async def coroutine():
    return 1


async def waits(other):
    return await other


async def asynchronous_generator():
    yield 1


coroutine()
kept = coroutine()
del kept
waits(coroutine())
started = waits(coroutine())
try:
    started.send(None)
except StopIteration as error:
    print(error.value)
sys.set_coroutine_origin_tracking_depth(2)


def makes():
    coroutine()


makes()
asynchronous_generator()
a = asynchronous_generator()
step = a.asend(None)
del step
a.aclose()
cycle = coroutine()
holder = [cycle]
holder.append(holder)
del cycle, holder
print(gc.collect())


def generator():
    try:
        yield 1
    finally:
        print("closed")


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


run = generator()
next(run)
del run
run = stubborn()
next(run)
del run
for number in generator():
    break
print("after the loop")
del number
at_end = coroutine()
at_end_too = generator()
next(at_end_too)
