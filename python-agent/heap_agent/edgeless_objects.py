"""The object whose referents nobody may ask for: 3.12.0 to 3.12.5, the state of `_asyncio` refers to tasks that are freed (cpython issue 122695)."""

from __future__ import annotations

import sys

from heap_agent.python_versions import ASYNCIO_STATE_IS_DANGEROUS


def edgeless_object() -> int:
    """Its address; 0 when there is none."""
    module = sys.modules.get("_asyncio") if ASYNCIO_STATE_IS_DANGEROUS else None
    return 0 if module is None else id(module)
