"""What built-in objects keep where no attribute reaches: the words of their C structures, by the type's name.

A name with a dot is what Python calls it too; one without is the field of the structure (Modules/itertoolsmodule.c, Objects/iterobject.c, ...).
Only addresses are read, inside the object itself; what is not a referent of the object is ignored by the caller.
"""

from __future__ import annotations

from heap_agent.python_versions import GIL_DISABLED, VERSION
from heap_agent.raw_memory import POINTER_BYTES, words_at
from heap_agent.type_facts import module_of, qualname_of, read_basicsize, read_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Fields = tuple[tuple[int, str], ...]


def _fields(text: str) -> Fields:
    """`3 iterator, 4 result`: the word of the structure, counted from its start, and what it holds."""
    found: list[tuple[int, str]] = []
    for part in text.split(", "):
        number, _, label = part.partition(" ")
        found.append((int(number), label))
    return tuple(found)


def _tables() -> dict[str, Fields]:
    found: dict[str, Fields] = {}
    for names, text in _TEXTS:
        for name in names.split():
            found[name] = _fields(text)
    return found


# The word of `task_fut_waiter` (Modules/_asynciomodule.c); coroutine, name and context follow it.
_TASK_AT = {(3, 9): 18, (3, 10): 19, (3, 11): 16, (3, 12): 16, (3, 13): 14}.get(VERSION, 15)
_TYPE_PARAMETERS: tuple[tuple[str, str], ...] = (
    ("typing.TypeVar", "2 .__name__, 3 .__bound__, 4 .evaluate_bound, 5 .__constraints__, 6 .evaluate_constraints, 7 .__default__, 8 .evaluate_default"),
    ("typing.ParamSpec", "2 .__name__, 3 .__bound__, 4 .__default__, 5 .evaluate_default"),
    ("typing.TypeVarTuple", "2 .__name__, 3 .__bound__, 4 .__default__, 5 .evaluate_default" if VERSION >= (3, 15) else "2 .__name__, 3 .__default__, 4 .evaluate_default"),
    ("typing.TypeAliasType", "2 .__name__, 3 .__qualname__, 4 .__type_params__, 5 .evaluate_value, 6 .__value__, 7 .__module__" if VERSION >= (3, 15) else "2 .__name__, 3 .__type_params__, 4 .evaluate_value, 5 .__value__, 6 .__module__"),
)  # fmt: skip
_TEXTS: tuple[tuple[str, str], ...] = (
    *(_TYPE_PARAMETERS if VERSION >= (3, 12) else ()),
    ("builtins.property", "5 .__doc__, 6 .__name__"),
    ("builtins.function", "12 .__annotations__" if VERSION == (3, 9) else "14 .__annotations__, 15 .__annotate__" if VERSION >= (3, 14) else "14 .__annotations__"),
    ("builtins.builtin_function_or_method", "4 .__module__"),
    ("builtins.builtin_method", "7 defining class"),
    ("builtins.method-wrapper", "2 descriptor, 3 .__self__"),
    ("builtins.mappingproxy", "2 mapping"),
    ("builtins.dict_keys builtins.dict_values builtins.dict_items builtins.odict_keys builtins.odict_values builtins.odict_items", "2 dictionary"),
    ("builtins.weakref builtins.weakproxy builtins.weakcallableproxy weakref.ReferenceType weakref.ProxyType weakref.CallableProxyType", "3 .__callback__"),
    ("builtins.memoryview", "3 buffer"),
    ("builtins.traceback", "2 .tb_next"),
    ("builtins.frame", "3 .f_back, 7 .f_locals" if VERSION <= (3, 10) else "2 .f_back"),
    ("types.GenericAlias", "4 .__parameters__"),
    ("builtins.sentinel", "2 .__name__, 3 .__module__"),
    ("typing.Union", "3 hashable arguments, 4 other arguments, 5 .__parameters__"),
    ("types.UnionType", "3 .__parameters__"),
    ("types.generic_alias_iterator builtins.generic_alias_iterator builtins.ga_iterator", "2 alias"),
    ("builtins.enumerate", "3 iterator, 4 result, 5 index"),
    ("builtins.zip", "3 iterators, 4 result"),
    ("builtins.map", "2 iterators, 3 function"),
    ("builtins.filter", "2 function, 3 iterator"),
    ("builtins.reversed builtins.list_iterator builtins.list_reverseiterator builtins.tuple_iterator builtins.str_iterator builtins.str_ascii_iterator", "3 sequence"),
    ("builtins.bytes_iterator builtins.bytearray_iterator builtins.memory_iterator builtins.iterator builtins.arrayiterator array.arrayiterator", "3 sequence"),
    ("builtins.dict_keyiterator builtins.dict_valueiterator builtins.dict_itemiterator", "2 dictionary, 5 result"),
    ("builtins.dict_reversekeyiterator builtins.dict_reversevalueiterator builtins.dict_reverseitemiterator", "2 dictionary, 5 result"),
    ("builtins.odict_iterator", "3 dictionary, 6 next key, 7 result"),
    ("builtins.set_iterator", "2 set"),
    ("builtins.callable_iterator", "2 function, 3 sentinel"),
    ("collections._deque_iterator collections._deque_reverse_iterator _collections._deque_iterator _collections._deque_reverse_iterator", "4 sequence"),
    ("builtins.anext_awaitable", "2 awaitable, 3 default"),
    ("builtins.coroutine_wrapper", "2 coroutine"),
    ("builtins.async_generator_asend", "2 generator, 3 value"),
    ("builtins.async_generator_athrow", "2 generator, 3 exception, 4 exception value, 5 exception traceback"),
    ("builtins.async_generator_wrapped_value", "2 value"),
    ("itertools.accumulate", "2 total, 3 iterator, 4 function, 5 initial"),
    ("itertools.chain", "2 iterables, 3 iterator"),
    ("itertools.combinations itertools.combinations_with_replacement", "2 pool, 4 result"),
    ("itertools.permutations", "2 pool, 5 result"),
    ("itertools.product", "2 pools, 4 result"),
    ("itertools.compress", "2 data, 3 selectors"),
    ("itertools.count", "3 counter, 4 step"),
    ("itertools.cycle", "2 iterator, 3 saved"),
    ("itertools.dropwhile itertools.takewhile itertools.filterfalse itertools.starmap", "2 function, 3 iterator"),
    ("itertools.groupby", "2 iterator, 3 key function, 4 target key, 5 current key, 6 current value"),
    ("itertools._grouper", "2 groupby, 3 target key"),
    ("itertools.islice itertools.batched", "2 iterator"),
    ("itertools.repeat", "2 element"),
    ("itertools._tee", "2 data"),
    ("itertools._tee_dataobject", "2 iterator, 4 next"),
    ("itertools.zip_longest", "4 iterators, 5 result, 6 fillvalue"),
    ("itertools.pairwise", "2 iterator, 3 old, 4 result"),
    ("functools._lru_cache_wrapper", "9 cache, 11 function, 14 cache info class" if VERSION == (3, 9) else "9 cache, 11 function, 14 keyword mark, 15 link class, 16 cache info class"),
    ("functools.KeyWrapper", "2 function, 3 .obj"),
    ("operator.attrgetter", "3 attributes"),
    ("operator.itemgetter", "3 items"),
    ("operator.methodcaller", "2 name, 3 arguments, 4 keywords, 5 call arguments, 6 keyword names"),
    ("_abc._abc_data", "2 registry, 3 cache, 4 negative cache"),
    ("re.Pattern", "4 .groupindex, 5 group names, 6 .pattern"),
    ("re.Match", "3 .string, 4 .regs, 5 .re"),
    ("_sre.SRE_Scanner", "2 .pattern"),
    ("_struct.Struct", "5 .format"),
    ("builtins.Context _contextvars.Context", "2 previous context, 3 variables"),
    ("builtins.Token _contextvars.Token", "2 context, 3 .var, 4 .old_value"),
    ("builtins.ContextVar _contextvars.ContextVar", "2 .name, 3 default"),
    ("builtins.hamt _contextvars.hamt", "2 tree"),
    ("_thread._local", "2 arguments, 3 keywords, 5 dictionaries, 6 watchdogs" if VERSION >= (3, 13) else "3 arguments, 4 keywords, 6 dictionaries"),
    ("_queue.SimpleQueue", "4 items"),
    ("_asyncio.Future", "2 ._loop, 3 callback, 4 callback's context, 5 ._callbacks, 6 ._exception" + (", 12 awaited by" if VERSION >= (3, 14) else "")),
    ("_asyncio.Task", "%d ._fut_waiter, %d ._coro, %d name, %d context" % tuple(range(_TASK_AT, _TASK_AT + 4))),
    ("_asyncio.FutureIter", "2 future"),
    ("_asyncio.TaskStepMethWrapper builtins.TaskStepMethWrapper", "2 task, 3 argument"),
    ("_asyncio.TaskWakeupMethWrapper builtins.TaskWakeupMethWrapper", "2 task"),
    ("_io.TextIOWrapper", "4 .buffer, 5 .encoding, 6 encoder, 7 decoder, 8 line end read, 9 .errors"),
    ("_io.BufferedRWPair", "2 reader, 3 writer"),
    ("_io.BytesIO", "2 bytes"),
    ("_csv.reader", "2 iterator, 3 .dialect, 4 fields"),
    ("_csv.writer", "2 write, 3 .dialect, 8 error class"),
    ("_csv.Dialect", "5 .lineterminator"),
    ("decimal.Context", "8 .traps, 9 .flags"),
    ("string.templatelib.TemplateIter", "2 strings, 3 interpolations"),
)  # fmt: skip

_TABLES = _tables()
# A free-threaded build begins each object with other words.
_ARE_KNOWN = not GIL_DISABLED and read_basicsize(object) == 2 * POINTER_BYTES


def stored_fields(holder: Any, kind: Any) -> Iterator[tuple[str, int]]:
    """Name and address of what the object's structure holds, as far as it is listed here."""
    if not _ARE_KNOWN:
        return
    room = 0
    words: tuple[int, ...] = ()
    # A type of C code that nobody has asked for an attribute yet has no order of resolution.
    for base in read_mro(kind) or (kind,):
        if base is object:
            break
        fields = _TABLES.get(module_of(base) + "." + qualname_of(base))
        if fields is None:
            continue
        if not words:
            room = read_basicsize(kind) // POINTER_BYTES
            words = words_at(id(holder), room)
        for number, label in fields:
            if number < room and words[number]:
                yield label, words[number]
