import sys
line = "x" * 1023
for _ in range(1024):
    print(line)
print("done", file=sys.stderr)
