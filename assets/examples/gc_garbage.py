import gc

class Node:
    pass

gc.disable()
gc.collect()

left = Node()
right = Node()
left.other = right
right.other = left
del left, right

gc.set_debug(gc.DEBUG_SAVEALL)
found = gc.collect()
kept = len(gc.garbage)

gc.set_debug(0)
gc.garbage.clear()
found_again = gc.collect()
