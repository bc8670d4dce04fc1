from sys import getrefcount as count
import types

# Types, None, small ints and interned texts: immortal from 3.12 on, before that an agent that names them shows here.
for thing in (int, str, list, dict, tuple, set, frozenset, object, type, float, bytes, bytearray, bool, complex, range, slice, memoryview, property, super, map, zip, filter, enumerate, reversed, staticmethod, classmethod, BaseException, Exception, ValueError, KeyError, TypeError, OSError, RecursionError, MemoryError, AttributeError, KeyboardInterrupt, SystemExit, StopIteration, ImportError):
    print(thing.__name__, count(thing))
for name in ("FunctionType", "CodeType", "ModuleType", "FrameType", "MethodType", "BuiltinFunctionType", "GeneratorType", "CoroutineType", "CellType", "TracebackType", "MappingProxyType", "GetSetDescriptorType", "MemberDescriptorType", "WrapperDescriptorType", "MethodDescriptorType", "SimpleNamespace"):
    print(name, count(getattr(types, name)))
for thing in (None, True, False, ..., NotImplemented, (), b"", "", 0, 1, 2, 3, 8, 64, 200, 255, -1, "a", "self", "__init__", "__dict__", "name", frozenset()):
    print(repr(thing), count(thing))
