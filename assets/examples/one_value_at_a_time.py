class Reading:
    def __init__(self, value):
        self.value = value

def readings(n):
    for value in range(n):
        yield Reading(value)

total = 0
for reading in readings(5):
    total += reading.value
del reading

everything = list(readings(5))
del everything
