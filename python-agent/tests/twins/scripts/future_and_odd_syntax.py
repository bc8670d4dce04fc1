"""A docstring."""
from __future__ import annotations
import sys, __future__
x: int = 1
y: undefined
print(__doc__, sorted(globals()), __annotations__ if sys.version_info < (3, 14) else "")
def f(a: undefined = 1) -> undefined: return a
print(f.__annotations__, f()); print("same line"); z = 1
if x: pass
while False: print("never")
else: print("else")
for _ in (): pass
else: print("for else")
class C: x: int = 1; y = 2
print(C.__annotations__, [a
  for a
  in (1,
      2)], (lambda:
            1)())
print(
    1,
    f(
        2
    ),
)
assert x, "never"
x = y = 3; del x, y
try: 1/0
except ZeroDivisionError: print("caught")
finally: print("finally")
with open(__file__) as file, open(__file__) as other: print(len(file.readline()))
global_after = 1
@(lambda f: f)
def decorated(): return 1
print(decorated()); print(f"{decorated()!r:>5}"); print("é€😀".encode())
"an expression"
...
if __name__ == "__main__": print("main")
