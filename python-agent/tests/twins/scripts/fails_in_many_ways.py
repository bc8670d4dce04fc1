import sys
import traceback


class Mine(Exception):
    def __str__(self):
        return "mine é €"


def show(function):
    try:
        function()
    except BaseException:
        traceback.print_exc()


def simple():
    raise Mine


def chained():
    try:
        simple()
    except Mine as error:
        raise KeyError([1, 2]) from error


def context():
    try:
        simple()
    except Mine:
        {}["missing"]


def suppressed():
    try:
        simple()
    except Mine:
        raise ValueError("x") from None


def multiple(
    a,
):
    return a.missing.attribute + 1 / 0


def in_lambda():
    (lambda: [1, 2][5])()


def in_comprehension():
    [1 / number for number in (1, 0)]


def in_generator():
    sum(1 / number for number in (1, 0))


def in_class():
    class Body:
        x = undefined_name


def in_native():
    sorted([1, "a"], key=lambda item: item + 1)


def suggestions():
    import colections


def attribute():
    [].appendd


sys.setrecursionlimit(150)


def deep(n=0):
    deep(n + 1)


def noted():
    error = ValueError("with a note")
    if hasattr(error, "add_note"):
        error.add_note("the note")
    raise error


def grouped():
    if sys.version_info >= (3, 11):
        raise eval("ExceptionGroup")("group", [ValueError(1), TypeError([2])])


def reraised():
    try:
        simple()
    except Mine:
        raise


def after_finally():
    try:
        simple()
    finally:
        held = [1]


class Bad:
    def __enter__(self):
        return self

    def __exit__(self, *how):
        raise KeyError("in exit")


def in_with():
    with Bad():
        raise ValueError("in with")


def unprintable():
    class Unprintable(Exception):
        def __str__(self):
            raise RuntimeError

    raise Unprintable


for function in (
    simple,
    chained,
    context,
    suppressed,
    lambda: multiple(None),
    in_lambda,
    in_comprehension,
    in_generator,
    in_class,
    in_native,
    suggestions,
    attribute,
    deep,
    noted,
    grouped,
    reraised,
    after_finally,
    in_with,
    unprintable,
):
    print("-", function.__name__)
    show(function)
try:
    chained()
finally:
    print("finally")
