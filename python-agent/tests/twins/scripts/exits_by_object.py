import sys


class Odd:
    def __str__(self):
        return "odd"


def leave():
    try:
        sys.exit(Odd())
    except SystemExit as error:
        print(repr(error.code.__class__), error.__traceback__.tb_lineno)
        raise


leave()
