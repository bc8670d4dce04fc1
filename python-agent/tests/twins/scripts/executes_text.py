import gc
import sys
import traceback

code = compile(
    "a = [1]\na.append(a)\ndef f():\n    return sys.getrefcount(a), sys._getframe().f_lineno\nprint(f())",
    "<text>",
    "exec",
)
exec(code)
exec(code, {"sys": sys, "__name__": "else"})
print(eval("f()"), f.__code__.co_filename, f.__code__.co_firstlineno)
namespace = {}
exec(
    "class C:\n    def m(self):\n        return [self]\nc = C()\nprint(c.m())".replace(
        "print(c.m())", "d = c.m()"
    ),
    namespace,
)
print(sorted(namespace), sys.getrefcount(namespace["c"]), sys.getrefcount(namespace))
try:
    exec("def g():\n    raise KeyError('text')\ng()")
except KeyError:
    traceback.print_exc()
try:
    exec("x = = 1")
except SyntaxError:
    traceback.print_exc()
exec(compile(open(__file__).read().partition("# twice")[0][:60], __file__, "exec"))
exec(
    compile(
        "def as_mine():\n    here = [1]\n    return sys.getrefcount(here), sys._getframe().f_lineno\nprint(as_mine())",
        __file__,
        "exec",
    )
)
exec(compile("\n" * 500 + "print(sys._getframe().f_lineno)", __file__, "exec"))
print(eval(compile("[n for n in range(3)]", __file__, "eval")))
single = compile("1 + 1", "<single>", "single")
exec(single)
print(__builtins__._ if hasattr(__builtins__, "_") else None)
del gc.callbacks[:]
for at in range(20):
    exec("value_%d = [%d]" % (at, at))
print(sorted(name for name in globals() if name.startswith("value_"))[:3], gc.collect())
import ast

tree = ast.parse("y = 5\nprint(y)")
exec(compile(ast.increment_lineno(tree, 1000), __file__, "exec"))
lambda_made = eval("lambda x: [x]")
print(lambda_made(1), sys.getrefcount(lambda_made))
import code as code_module

interpreter = code_module.InteractiveInterpreter({"sys": sys})
interpreter.runsource("print('interpreted', sys.gettrace())")
interpreter.runsource("1/0")
import timeit

print(timeit.timeit("a = [1]", number=10) > 0)
import doctest

print(doctest.run_docstring_examples.__name__)


def documented():
    """
    >>> documented()
    3
    >>> 1 / 0
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    """
    return 3


print(doctest.testmod())
