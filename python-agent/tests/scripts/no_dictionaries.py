import gc


class Node:
    def __init__(self):
        self.value = [1]
        self.next = None


def tracked():
    return len([1 for thing in gc.get_objects() if type(thing) is dict])


first = Node()
second = Node()
first.next = second
second.next = first
del first, second
print(gc.collect())
kept = Node()
before = tracked()
kept.value = 2
kept.other = 3
kept.value = [4]
print(tracked() - before)
