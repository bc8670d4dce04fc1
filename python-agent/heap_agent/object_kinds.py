"""Built-in types that have no name of their own to import, and what can be suspended."""

from __future__ import annotations

from heap_agent.safe_repr import FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MemberDescriptor: Any = type(FunctionType.__dict__["__globals__"])
GetSetDescriptor: Any = type(FunctionType.__dict__["__code__"])
BuiltinMethodType: Any = type([].append)


class _Bound:
    def method(self) -> None: ...


MethodType: Any = type(_Bound().method)


def _generator_types() -> dict[int, str]:
    """Type ids of what can be suspended, with the prefix of their attributes."""

    def generator() -> Any:
        yield

    async def coroutine() -> None:
        pass

    async def async_generator() -> Any:
        yield

    suspended: Any = coroutine()
    kinds = {
        id(type(generator())): "gi",
        id(type(suspended)): "cr",
        id(type(async_generator())): "ag",
    }
    suspended.close()
    return kinds


GENERATOR_PREFIXES = _generator_types()
