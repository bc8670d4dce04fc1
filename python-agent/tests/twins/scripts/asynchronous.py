import asyncio
import gc
import sys


async def inner(number):
    held = [number]
    await asyncio.sleep(0)
    print("inner", number, sys.getrefcount(held))
    return held


async def numbers():
    for number in range(3):
        yield number
        await asyncio.sleep(0)


class Context:
    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *how):
        print("exit", how[0])
        return True


async def main():
    print(await asyncio.gather(inner(1), inner(2), inner(3)))
    task = asyncio.ensure_future(inner(4))
    print(sys.getrefcount(task), task.done())
    await task
    print(sys.getrefcount(task), task.result())
    async for number in numbers():
        print("number", number)
    print(
        [number async for number in numbers()],
        {number: await inner(number) async for number in numbers()},
    )
    async with Context() as context:
        raise ValueError
    slow = asyncio.ensure_future(asyncio.sleep(100))
    await asyncio.sleep(0)
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError as error:
        print("cancelled", repr(error))
    try:
        await asyncio.wait_for(asyncio.sleep(100), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    queue = asyncio.Queue()
    asyncio.ensure_future(queue.put(1))
    print(await queue.get(), len(asyncio.all_tasks()))
    agen = numbers()
    print(await agen.__anext__())
    failing = asyncio.ensure_future(fails())
    await asyncio.sleep(0)
    left = asyncio.ensure_future(asyncio.sleep(100))
    return gc.collect() >= 0


async def fails():
    raise KeyError("never looked at")


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
loop.call_soon(print, "soon")
loop.run_until_complete(asyncio.sleep(0))
loop.close()
print(gc.collect() >= 0)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(inner(9)))
loop.close()
del loop
