import gc

gc.disable()

class Node:
    pass

left = Node()
right = Node()
left.other = right
right.other = left
del left
del right
