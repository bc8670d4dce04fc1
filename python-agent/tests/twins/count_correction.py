"""By how much starting the agent moves `gc.get_count()`: measured as electron/agent/count-correction.ts does it for the app."""

from __future__ import annotations

import functools
import os

from twins.twin_run import AGENT_FOLDER, run_observed, run_plainly

_PROBE = os.path.join(AGENT_FOLDER, "heap_agent", "count_probe.py")
_NEARLY_DUE = 60


@functools.cache
def count_correction(python: str, environment: tuple) -> str:
    """In the form the agent takes; `environment` is the tuple of its items."""
    plain, observed = (
        list(map(int, run(python, _PROBE, dict(environment)).stdout.split()))
        for run in (run_plainly, run_observed)
    )
    if plain[0] > plain[3] - _NEARLY_DUE:
        return "0 0 0"
    return " ".join(str(plain[way] - observed[way]) for way in range(3))
