import gc
class Node:
    def __del__(self): gone.append((number, len(kept), self.number))
gone = []
kept = []
for number in range(60):
    node = Node(); node.number = number; node.me = node
    any(kept.append([at]) for at in range(43))
    if gone: break
print(gone, gc.get_count(), gc.get_stats())
