import sys

print(repr(input("prompt: ")))
print(repr(sys.stdin.readline()), repr(sys.stdin.read(3)))
for line in sys.stdin:
    print(repr(line))
    break
print(repr(sys.stdin.buffer.read(4)), sys.stdin.isatty(), sys.stdin.fileno())
print(sys.stdin.readlines())
try:
    input()
except EOFError as error:
    print(repr(error))
import getpass, fileinput, select
print(select.select([sys.stdin], [], [], 0)[0] == [sys.stdin])
