"""2,000 steps with 200 objects of its own."""


class Node:
    def __init__(self, n):
        self.n = n
        self.next = None


nodes = [Node(n) for n in range(100)]
lists = [[n] for n in range(98)]
for i in range(950):
    nodes[i % 100].next = nodes[(i * 7) % 100]
