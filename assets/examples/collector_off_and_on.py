import gc

class Node:
    pass

gc.disable()

left = Node()
right = Node()
left.other = right
right.other = left
del left, right

gc.enable()
found = gc.collect()
print("collected", found)
print("garbage", gc.garbage)
