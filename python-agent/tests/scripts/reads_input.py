import sys
first = input()
rest = sys.stdin.read()
print(first.upper(), len(rest))
