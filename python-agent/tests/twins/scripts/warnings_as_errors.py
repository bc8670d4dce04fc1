import sys
import warnings

print(sys.warnoptions, warnings.filters)
try:
    warnings.warn("mine")
except Warning as error:
    print(repr(error))
try:
    warnings.warn("mine")
except Warning as error:
    print(repr(error))
try:
    warnings.warn("old", DeprecationWarning)
except Warning as error:
    print(repr(error))


def function():
    warnings.warn("from below", UserWarning, stacklevel=2)


try:
    function()
except Warning as error:
    print(repr(error))
for _ in range(3):
    try:
        function()
    except Warning as error:
        print(repr(error))
print(sorted(map(str, globals().get("__warningregistry__", {}))))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    open(__file__)
    warnings.warn("always")
    eval("1 is 1") if sys.version_info < (3, 8) else None
    print([(str(item.message).rpartition("/")[2], item.category.__name__, item.lineno) for item in caught])
try:
    compile("x = '\\d'", "given", "exec")
    compile("1 is 1", "given", "exec")
    assert (1, "always true")
except SyntaxError as error:
    print(error)


async def never_awaited():
    pass


try:
    never_awaited()
    import imp
except Exception as error:
    print(repr(error))
never_awaited()
import asyncio
kept = open(__file__)
del kept
import threading
try:
    threading.currentThread()
except Exception as error:
    print(repr(error))
try:
    warnings.warn("resource", ResourceWarning)
except Warning as error:
    print(repr(error))
