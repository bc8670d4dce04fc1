"""Every difference between CPython 3.9 and 3.15 that the agent must know, in one place."""

from __future__ import annotations

import sys

VERSION = sys.version_info[:2]

# sys.monitoring sees lines without costing other code anything; before it there is the C-level trace hook.
HAS_MONITORING = VERSION >= (3, 12)
# 3.12 runs a planned collection even when the collector has been turned off in between.
PLAN_RUNS_WHEN_OFF = VERSION == (3, 12)
# Up to 3.10 every running function has a frame object that the collector tracks.
RUNNING_FRAMES_ARE_TRACKED = VERSION <= (3, 10)
# From 3.11 attributes of an instance live in the instance until somebody asks for its `__dict__`.
HAS_INLINE_ATTRIBUTES = VERSION >= (3, 11)
# From 3.11 a suspended generator keeps its locals in itself, before it in a frame object.
GENERATORS_HOLD_LOCALS = VERSION >= (3, 11)
# From 3.13 `f_locals` of a function is a view; before, reading it disturbs the function.
F_LOCALS_IS_A_VIEW = VERSION >= (3, 13)
# From 3.14 the value stack of a suspended generator may hold references that own no count.
HAS_BORROWED_STACK_SLOTS = VERSION >= (3, 14)
COLLECTOR_IS_INCREMENTAL = (3, 14, 0) <= sys.version_info[:3] <= (3, 14, 4)
# From 3.12 some objects are immortal: their count is a marker, not a number of references.
IMMORTAL_FROM = 1 << 29 if VERSION >= (3, 12) else 1 << 62
# The state of the module `_asyncio` refers to tasks that are freed (cpython issue 122695).
ASYNCIO_STATE_IS_DANGEROUS = (3, 12, 0) <= sys.version_info[:3] < (3, 12, 6)
GIL_DISABLED = not getattr(sys, "_is_gil_enabled", lambda: True)()
