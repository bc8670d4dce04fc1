"""By how much starting the agent moves what the collector counts: measured as electron/agent/count-correction.ts does it for the app."""

from __future__ import annotations

from start_correction import start_correction


def count_correction(python: str, environment: tuple) -> str:
    """In the form the agent takes; `environment` is the tuple of its items."""
    return start_correction(python, environment)
