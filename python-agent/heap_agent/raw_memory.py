"""Reads memory and calls the C API through the extension module `_ctypes` alone; importing the package `ctypes` would leave garbage and visible modules."""

from __future__ import annotations

import _ctypes
import sys
from _operator import attrgetter
from _struct import calcsize

from heap_agent.python_versions import GIL_DISABLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

POINTER_BYTES = calcsize("P")
object_at: Any = _ctypes.PyObj_FromPtr
_open_library: Any = getattr(_ctypes, "dlopen", None)


class _Object(_ctypes._SimpleCData):
    _type_ = "O"


class _Pointer(_ctypes._SimpleCData):
    _type_ = "P"


class _Size(_ctypes._SimpleCData):
    _type_ = "q" if POINTER_BYTES == 8 and calcsize("l") == 4 else "l"


class _Int(_ctypes._SimpleCData):
    _type_ = "i"


class _ReturnsObject(_ctypes.CFuncPtr):
    """Keeps the GIL, so that a read is one step for all other threads."""

    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = _Object


class _ReturnsNothing(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = None


class _ReturnsPointer(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = _Pointer


class _InterpreterLibrary:
    """What `CFuncPtr` wants of a library: its handle."""

    _handle: Any = sys.dllhandle if sys.platform == "win32" else _open_library(None, 0)


_library: Any = _InterpreterLibrary()
_kept: list[Any] = []
_bytes_from: Any = _ReturnsObject(("PyBytes_FromStringAndSize", _library))
_bytes_from.argtypes = (_Pointer, _Size)
# `bytes_at` without a line of Python, for what must be read in one call with other things.
bytes_at_in_c = _bytes_from
_view_from: Any = _ReturnsObject(("PyMemoryView_FromMemory", _library))
_view_from.argtypes = (_Pointer, _Size, _Int)
_WRITABLE = 0x200
_value_of = attrgetter("value")


def bytes_at(address: int, count: int) -> bytes:
    result: bytes = _bytes_from(address, count)
    return result


def memory_view(address: int, count: int) -> memoryview:
    """The bytes themselves, to read and to write."""
    view: memoryview = _view_from(address, count, _WRITABLE)
    return view


def pointer_at(address: int) -> Any:
    """A pointer in memory, as an object with a `value`."""
    return _Pointer.from_address(address)


def words_at(address: int, count: int) -> tuple[int, ...]:
    """Pointer-sized words as numbers."""
    return tuple(memoryview(_bytes_from(address, count * POINTER_BYTES)).cast("P"))


def words_behind(place: int, count: int, *, is_marked: bool = False) -> tuple[int, ...]:
    """The words that the pointer at a place leads to, in one C call with the pointer: another thread may change it, and free what was there.

    None when it is null. `is_marked`: it is one less than the address, and a pointer without that mark leads to something else.
    """
    pointers = _pointer_at_in_c(place)
    if is_marked:
        pointers = map((1).__add__, filter((1).__and__, pointers))
    return _words_of(next(map(_bytes_from, pointers, (count * POINTER_BYTES,)), b""))


def object_behind(place: int) -> Any:
    """The object that the pointer at a place leads to, held in one C call with the reading; None for null."""
    return next(map(object_at, _pointer_at_in_c(place)), None)


def list_slots(objects: list[Any]) -> tuple[int, ...]:
    """The addresses in a list that another thread may change meanwhile, zero where a slot is not filled yet; its place is known."""
    lengths = map(POINTER_BYTES.__mul__, map(len, (objects,)))
    items = _pointer_at_in_c(id(objects) + LIST_ITEMS_AT)
    return _words_of(next(map(_bytes_from, items, lengths), b""))


def _pointer_at_in_c(place: int) -> Any:
    return filter(None, map(_value_of, map(_Pointer.from_address, (place,))))


def _words_of(memory: bytes) -> tuple[int, ...]:
    return tuple(memoryview(memory).cast("P"))


def list_memory(objects: list[Any]) -> bytes | None:
    """The addresses in a list, copied at once; None when this build keeps them elsewhere."""
    if not LIST_ITEMS_AT:
        return None
    return bytes_at(words_at(id(objects) + LIST_ITEMS_AT, 1)[0], len(objects) * POINTER_BYTES)


def _find_list_items() -> int:
    probe = [object(), object()]
    at = 3 * POINTER_BYTES
    items = words_at(id(probe) + at, 1)[0]
    # In a usual build the pointer to the items follows the header and the length; anything else is left alone.
    plausible = items % POINTER_BYTES == 0 and words_at(id(probe) + at - POINTER_BYTES, 1)[
        0
    ] == len(probe)
    return at if plausible and words_at(items, 2) == tuple(map(id, probe)) else 0


def find_words(words: tuple[int, ...], wanted: tuple[int, ...]) -> int | None:
    """Position of a run of pointers; 3.14+ marks pointers in frames with their low two bits."""
    for start in range(len(words) - len(wanted) + 1):
        if all(word & ~3 == target for word, target in zip(words[start:], wanted)):
            return start
    return None


Address = _Pointer


def trace_function_setter(more: tuple[Any, ...] = ()) -> Any:
    """`PyEval_SetTrace(function address, tracer)`; C ignores `more` arguments, of which only the conversion counts."""
    setter: Any = _ReturnsNothing(("PyEval_SetTrace", _library))
    setter.argtypes = (_Pointer, _Object, *more)
    return setter


class _CallbackOfNothing(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _argtypes_ = ()
    _restype_ = _Object


class _CallbackOfMethod(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _argtypes_ = (_Pointer, _Object)
    _restype_ = _Object


def address_of_callback(called: Any, arguments: int) -> tuple[Any, int]:
    """A C function that calls `called` with nothing, or with an address and an object; it lives as long as the first of the two."""
    callback: Any = (_CallbackOfMethod if arguments else _CallbackOfNothing)(called)
    return callback, words_at(_ctypes.addressof(callback), 1)[0]


def builtin_function(description: int) -> Any:
    """A builtin function with the description (`PyMethodDef`) at an address."""
    make: Any = _ReturnsObject(("PyCFunction_NewEx", _library))
    make.argtypes = (_Pointer, _Pointer, _Pointer)
    _kept.append(make)
    return make(description, None, None)


class TracingSwitch:
    """Leaves and enters the state in which no trace function is called, for the running thread (3.11+)."""

    __slots__ = ("_state", "_leave", "_enter")

    def __init__(self) -> None:
        self._state: Any = _ReturnsPointer(("PyThreadState_Get", _library))
        self._leave: Any = _ReturnsNothing(("PyThreadState_LeaveTracing", _library))
        self._enter: Any = _ReturnsNothing(("PyThreadState_EnterTracing", _library))
        self._leave.argtypes = self._enter.argtypes = (_Pointer,)
        _kept.extend((self._state, self._leave, self._enter))

    def call_traced(self, function: Any) -> None:
        state = self._state()
        self._leave(state)
        try:
            function()
        finally:
            self._enter(state)

    def while_not_traced(self, function: Any, *arguments: Any) -> Any:
        state = self._state()
        self._enter(state)
        try:
            return function(*arguments)
        finally:
            self._leave(state)


def interpreter_state_address() -> int:
    state: Any = _ReturnsPointer(("PyInterpreterState_Get", _library))
    _kept.append(state)
    address: int = state()
    return address


def thread_state_address() -> int:
    state: Any = _ReturnsPointer(("PyThreadState_Get", _library))
    _kept.append(state)
    address: int = state()
    return address


class _UnsignedLong(_ctypes._SimpleCData):
    _type_ = "L"


def unsigned_long_at(address: int) -> Any:
    """A C `unsigned long` in memory, as an object with a `value`."""
    return _UnsignedLong.from_address(address)


def runtime_state_address() -> int:
    """Of `_PyRuntime`; 0 where the library does not tell it."""
    try:
        return _ctypes.addressof(_Pointer.in_dll(_library, "_PyRuntime"))
    except ValueError:
        return 0


def object_function(name: str) -> Any:
    """A function of the C API that takes an object and returns nothing."""
    function: Any = _ReturnsNothing((name, _library))
    function.argtypes = (_Object,)
    _kept.append(function)
    return function


def api_function_address(name: str) -> int:
    function = _ReturnsNothing((name, _library))
    # Such an object is part of a cycle of its own; kept, it is not found as garbage.
    _kept.append(function)
    return words_at(_ctypes.addressof(function), 1)[0]


LIST_ITEMS_AT = 0 if GIL_DISABLED else _find_list_items()


class _ReturnsInt(_ctypes.CFuncPtr):
    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI
    _restype_ = _Int


def stack_effect_function() -> Any:
    """`PyCompile_OpcodeStackEffectWithJump(instruction, argument, jumps)`."""
    function: Any = _ReturnsInt(("PyCompile_OpcodeStackEffectWithJump", _library))
    function.argtypes = (_Int, _Int, _Int)
    _kept.append(function)
    return function


class _ReturnsSize(_ctypes.CFuncPtr):
    """Gives the GIL away while it waits, and keeps errno."""

    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_USE_ERRNO
    _restype_ = _Size


class _Bytes(_ctypes._SimpleCData):
    _type_ = "z"


def library_function(name: str) -> Any:
    """A function of the C library that takes a descriptor, bytes, their count and flags, such as `send`."""
    function: Any = _ReturnsSize((name, _library))
    function.argtypes = (_Int, _Bytes, _Size, _Int)
    return function


def signal_mask_function() -> Any:
    """`pthread_sigmask(how, wanted set, place for the old set)`, sets as bytes."""
    function: Any = _ReturnsInt(("pthread_sigmask", _library))
    function.argtypes = (_Int, _Bytes, _Bytes)
    _kept.append(function)
    return function


class _ReturnsPlainInt(_ctypes.CFuncPtr):
    """Takes bytes or None as addresses; gives an int, nothing is made for it."""

    _flags_ = _ctypes.FUNCFLAG_CDECL | _ctypes.FUNCFLAG_PYTHONAPI


def thread_value_function(name: str) -> Any:
    """`PyThread_tss_get(key)` or `PyThread_tss_set(key, value)`; what they give is 0 for no value, and for success."""
    function: Any = _ReturnsPlainInt((name, _library))
    _kept.append(function)
    return function
