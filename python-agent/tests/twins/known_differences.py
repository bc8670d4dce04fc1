"""Every difference that CPython makes impossible to avoid, with its reason; what is not here must not differ."""

from __future__ import annotations


def reason_of_difference(script: str, version: tuple, difference: str):
    """The reason, or None when the difference is not one of the known."""
    if not difference:
        return None
    return None
