"""Numbers that may be off, by how much and why: counts of the collector where the agent's start or the hook cannot be told from the script's own doing."""

from __future__ import annotations

import re


class KnownNumbers:
    """In lines that match `lines` the numbers that `numbers` finds may be up to `within` off; all else must be equal. `before` is the first version without it."""

    def __init__(
        self,
        script: str,
        within: int,
        reason: str,
        *,
        lines=r".*",
        numbers=r"\d+",
        since=(3, 9),
        before=(4, 0),
    ) -> None:
        self.script, self.within, self.reason = script, within, reason
        self.lines, self.numbers = re.compile(lines), re.compile(numbers)
        self.since, self.before = since, before

    def forgive(self, plain: str, observed: str) -> str:
        """The observed line with those numbers of the plain one that are near enough; unchanged when any is not."""
        wanted, found = self.numbers.findall(plain), self.numbers.findall(observed)
        if self.lines.fullmatch(plain.rstrip()) is None or len(wanted) != len(found):
            return observed
        if any(abs(int(one) - int(other)) > self.within for one, other in zip(wanted, found)):
            return observed
        numbers = iter(wanted)
        return self.numbers.sub(lambda _: next(numbers), observed)


_COMPILED = "what the start leaves in the free lists is made equal for a script that is loaded compiled; compiling one takes other objects from them"
_FRAMES = "on 3.11 tracing makes a frame object for each call, which is counted while that runs"
_START = (
    "3.12+ run a collection that comes due during the start when they next look for waiting work, which lies elsewhere in an import of "
    "`sitecustomize` that succeeds than in one that fails"
)
_INFO = "the collector makes a dict for its callbacks, also where the script has none"
_EXAMINED = "3.15 tells how many objects its collections examined; during the start there are the agent's among them"
_WHICH = "what an automatic collection has found is no longer there for `gc.collect()`"

_CANDIDATES = r"(?<='candidates': )\d+"
_COUNTED = (
    "clears_callbacks.py",
    "collect_answers.py",
    "collector_counts.py",
    "counts_of_the_collector.py",
    "first_automatic_collection.py",
    "freezing.py",
    "long_running_line.py",
    "saving_all.py",
    "at_the_usual_threshold.py",
    "at_a_threshold_of_700.py",
)
_STARTS = (
    "collector_counts.py",
    "counts_of_the_collector.py",
    "first_automatic_collection.py",
    "freezing.py",
    "long_running_line.py",
    "at_the_usual_threshold.py",
    "at_a_threshold_of_700.py",
)

KNOWN_NUMBERS: tuple = (
    # Each collection is late or early by as much as all before it.
    *(
        KnownNumbers(s, 100, _INFO, lines=r".*'art'.*")
        for s in ("at_the_usual_threshold.py", "at_a_threshold_of_700.py")
    ),
    *(KnownNumbers(s, 12000, _EXAMINED, numbers=_CANDIDATES, since=(3, 15)) for s in _COUNTED),
    *(KnownNumbers(s, 12, _COMPILED, before=(3, 10)) for s in _STARTS),
    *(KnownNumbers(s, 6, _COMPILED, since=(3, 10), before=(3, 11)) for s in _STARTS),
    *(KnownNumbers(s, 10, _FRAMES, since=(3, 11), before=(3, 12)) for s in _STARTS),
    *(KnownNumbers(s, 6, _START, since=(3, 12)) for s in _STARTS),
    KnownNumbers("collect_answers.py", 80, _WHICH, lines=r"after .*"),
    KnownNumbers("never_awaited.py", 40, _WHICH, lines=r"\d+", before=(3, 11)),
    KnownNumbers("native_modules.py", 80, _WHICH, lines=r"\d+", before=(3, 11)),
    KnownNumbers("forked.py", 60, _WHICH, lines=r"child \d+ \[\] \(.*", before=(3, 11)),
)


def with_known_numbers(script: str, version: tuple, plain: str, observed: str) -> str:
    """The observed output, with the plain line in the place of each that differs only in such numbers."""
    lines, others = plain.splitlines(keepends=True), observed.splitlines(keepends=True)
    known = [
        numbers
        for numbers in KNOWN_NUMBERS
        if numbers.script == script and numbers.since <= version < numbers.before
    ]
    if len(lines) != len(others):
        return observed
    for at, (one, other) in enumerate(zip(lines, others)):
        for numbers in known:
            other = numbers.forgive(one, other)
        others[at] = other
    return "".join(others)
