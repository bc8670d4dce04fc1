import gc

print(gc.collect(), len(gc.garbage))
print(gc.collect())


class Pair:
    pass


left, right = Pair(), Pair()
left.other, right.other = right, left
del left
del right
print(gc.collect() in (2, 4))
