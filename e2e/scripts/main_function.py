class Node:
    def __init__(self, value):
        self.value = value
        self.next = None

def main():
    first = Node(1)
    second = Node(2)
    first.next = second
    second.next = first
    return first.value

main()
