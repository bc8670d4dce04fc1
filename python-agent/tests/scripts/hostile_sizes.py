thread = stop = finish = None
# Made by code that is not in this file, so that it takes no steps.
exec(compile("""
import gc
import threading

# Each automatic collection would show the whole heap.
gc.disable()

class Node:
    pass

class Named:
    pass

Named.__qualname__ = "N" * 1_000_000
list_of_lists, chain = [], None
for _ in range(100_000):
    list_of_lists = [list_of_lists]
for _ in range(10_000):
    node = Node()
    node.next, chain = chain, node
big_text = "\\u00e9" * (100 * 1024 * 1024)
big_bytes = bytearray(100 * 1024 * 1024)
holder = {"text": big_text, big_text: 1, "named": Named()}
wide = {number: [number] for number in range(1000)}
stop = []

def change():
    while not stop:
        wide[len(wide)] = [1]
        if len(wide) > 3000:
            wide.clear()

def finish():
    # Freeing a long chain at once is a recursion of CPython's own.
    global chain, node
    while chain is not None:
        node, chain = chain, chain.next

thread = threading.Thread(target=change)
""", "<sizes>", "exec"))
thread.start()
one = 1
stop.append(True)
thread.join()
finish()
print("done")
