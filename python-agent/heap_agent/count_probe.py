"""The shortest script that tells the collector's counts and first threshold at its first line: run plainly and observed, it says by how much starting the agent moves them."""

import gc

print(*gc.get_count(), gc.get_threshold()[0])
