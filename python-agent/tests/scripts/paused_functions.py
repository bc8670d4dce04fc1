import sys


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def total(numbers, limit=10):
    result = 0
    for number in numbers:
        result += number
    captured = lambda: (result, limit)
    return result, captured


def outer():
    first = total([1, 2])
    second = total([30, 40], limit=50)
    return first, second


thing = Thing("first")
sums = outer()
print("end", [one for one, _ in sums], sums[1][1]())
