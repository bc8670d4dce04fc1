import gc
import weakref

class Parent:
    def __init__(self):
        self.children = []

class Child:
    def __init__(self, parent):
        self.parent = parent

class CarefulChild:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)

family = Parent()
family.children.append(Child(family))
del family
found = gc.collect()

family = Parent()
family.children.append(CarefulChild(family))
del family
