import asyncio


def outer():
    received = yield from inner(["a"])
    print("received", received)
    return received


def inner(kept):
    try:
        first = yield kept
        second = yield [first]
        return [first, second]
    finally:
        print("inner is over")


generator = outer()
print(next(generator))
print(generator.send(1))
try:
    generator.send(2)
except StopIteration as stop:
    print(stop.value)
stopped = inner([])
next(stopped)
stopped.close()
thrown = inner([])
next(thrown)
try:
    thrown.throw(ValueError("x"))
except ValueError as error:
    print(error)
left_alone = inner([])
next(left_alone)
del left_alone


async def wait(n):
    await asyncio.sleep(0)
    return [n]


async def main():
    return await asyncio.gather(wait(1), wait(2))


print(asyncio.run(main()))
print([x for x in (y * 2 for y in range(3))], {k: v for k, v in zip("ab", "cd")})
