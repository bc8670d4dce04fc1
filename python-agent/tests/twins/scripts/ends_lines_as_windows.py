import sys

x = """a
b"""
print(repr(x), sys._getframe().f_lineno)
if x:
    print("crlf")
1 / 0
