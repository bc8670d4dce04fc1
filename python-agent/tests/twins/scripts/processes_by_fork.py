import gc
import multiprocessing
import os
import sys


def facts(number):
    made = [number]
    made.append(made)
    del made
    return number, gc.collect() > 0, gc.callbacks, sys.gettrace(), sorted(name for name in os.environ if "PYTHON" in name or "OURO" in name), [name for name in sys.modules if "agent" in name or name == "sitecustomize"]


def descriptors(queue):
    queue.put(sorted(int(name) for name in os.listdir("/proc/self/fd") if int(name) >= 100))


def fails():
    raise SystemExit(6)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    print(context.get_start_method(), multiprocessing.current_process().name)
    with context.Pool(1) as pool:
        print(pool.map(facts, range(3)))
    queue = context.Queue()
    process = context.Process(target=descriptors, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    print(process.exitcode)
    process = context.Process(target=fails)
    process.start()
    process.join()
    print(process.exitcode, multiprocessing.active_children())
    value = context.Value("i", 0)
    with value.get_lock():
        value.value += 1
    print(value.value)
    queue.close()
    queue.join_thread()
    print("end")
