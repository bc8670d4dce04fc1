import gc

class Tool:
    def use(self):
        return "old"

hammer = Tool()

class Tool:
    def use(self):
        return "new"

print(hammer.use(), Tool().use())
del hammer
found = gc.collect()
