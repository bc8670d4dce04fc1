import sys


class Mine(SystemExit):
    pass


for code in (None, 0, 1, True, -1, 2**40, "x", (1, 2), 3.5):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error.code))
raise Mine(300)
