"""2,000 lines of a program of tutorial size: two dozen objects that change all the time."""


class Node:
    def __init__(self, n):
        self.n = n
        self.next = None


nodes = [Node(n) for n in range(10)]
table = {"first": nodes[0]}
for i in range(900):
    nodes[i % 10].next = nodes[(i * 7) % 10]
    table["first"] = nodes[i % 10]
