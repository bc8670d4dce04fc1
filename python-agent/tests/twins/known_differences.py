"""Every difference that CPython makes impossible to avoid, with its reason; what is not here must not differ."""

from __future__ import annotations

import re


class KnownDifference:
    """`lines`: a pattern; each line that differs must match it in full. `before` is the first version without it."""

    def __init__(
        self, script: str, lines: str, reason: str, *, since=(3, 9), before=(4, 0)
    ) -> None:
        self.script = script
        self.lines = re.compile(lines)
        self.reason = reason
        self.since = since
        self.before = before

    def explains(self, script: str, version: tuple, line: str) -> bool:
        return (
            script == self.script
            and self.since <= version < self.before
            and self.lines.fullmatch(line) is not None
        )


_DESCRIPTORS = "the pipes to the app are two descriptors, libffi may keep one of its own file open, and the system lists them"
_TOOL = "sys.monitoring tells which of its tools are in use"

_RECURSION = "a hook's C call takes a level of its own, so a recursion may end a call earlier, in another C function, which the message names"
_RECURSION_LINES = r".*maximum recursion depth exceeded.*|RecursionError.*|  \[Previous line repeated \d+ more times\]"
_NEW_THREADS = "threads begin with the trace function that `threading` keeps for them, and there is no other way into them"
_COPIES = "up to 3.9 most modules written in C are copied when they are imported anew, and share their functions with the first"
_MORTAL = "code of the agent has constants and names, too; from 3.12 on these are immortal"
_MARK = "the mark that tells new objects from old ones is the last list in the young generation; what importing the agent made is there, too"
_TRACED = "memory of the agent is in the blocks that `sys.getallocatedblocks()` counts"
_MOMENTS = "at so low a threshold one object more or fewer, as the dict that the collector makes for its callbacks, moves every collection after it"

KNOWN_DIFFERENCES: tuple = (
    KnownDifference(
        "forked.py",
        r"child \[0, 1, 2, 3(, 5)?\] .*|grandchild \[.*\]|\[0, 1, 2, 3(, 5)?(, 200, 201)?\]",
        _DESCRIPTORS,
    ),
    KnownDifference(
        "moves_its_output.py",
        r"3 4 \((5, 6|6, 7)\)",
        "libffi, which `_ctypes` needs to call C functions, may keep its own file open (static trampolines)",
    ),
    KnownDifference(
        "at_exit.py", r"\d+", "the last message is sent by a function registered with `atexit`"
    ),
    KnownDifference(
        "hooks_everything.py",
        r"\[('(?!gc\.)[A-Za-z._]+'(, )?)*\]",
        "before it can take the audit hooks away a hook holds signals back (`ctypes.call_function`), or up to 3.11 asks for the frame's code (`object.__getattr__`)",
    ),
    KnownDifference(
        "modules_after_imports.py",
        r"\[.*'_queue', .*'queue', 'signal', 'threading'\]",
        _COPIES,
        before=(3, 10),
    ),
    KnownDifference("refcounts_everywhere.py", r"module 3 \d+ 3 3", _COPIES, before=(3, 10)),
    KnownDifference(
        "refcounts_everywhere.py", r"(module 2 1 1 1|code 2 3 18) \d+", _MORTAL, before=(3, 12)
    ),
    KnownDifference(
        "refcounts_of_shared_things.py",
        r"(function|sys|os|gc) \w+ \d+",
        "the agent holds the functions that it calls, as the script may replace them",
    ),
    KnownDifference(
        "refcounts_of_shared_things.py",
        r"builtins \d+ \d+",
        "the interpreter's own count of its builtins differs by one",
        since=(3, 15),
    ),
    KnownDifference(
        "refcounts_of_shared_things.py", r"(gc|codecs|builtins) \d+ \d+", _COPIES, before=(3, 10)
    ),
    KnownDifference(
        "stored_attributes.py",
        r"\d+( \d+)?( (True|\['list', 'list', '(list|function)'\]))?",
        _MARK,
    ),
    KnownDifference("whole_heap.py", r"\d+ \[\d+, \d+, \d+\]", _MARK),
    KnownDifference("whole_heap.py", r"\[\('ABCMeta', .*\)\]", _MARK),
    KnownDifference(
        "whole_heap.py",
        r"\['ABC', .*\]",
        "classes of the agent and of `_ctypes` are subclasses of `object`",
    ),
    KnownDifference("whole_heap.py", r"\['__main__', .*\]", _MARK),
    KnownDifference("whole_heap.py", r"52 \d+ \[.*\]", _COPIES, before=(3, 10)),
    KnownDifference(
        "same_id_again.py",
        r".*\d.*|True|False",
        "the agent's objects come from the same allocator, whose free blocks are used again last in, first out (Objects/obmalloc.c)",
    ),
    KnownDifference("allocated_memory.py", r"[-\d ]+", _TRACED),
    KnownDifference(
        "collector_counts.py", r"(True |0 )?[\[{]?(0: )?\(\d+, .*", _MOMENTS, before=(3, 10)
    ),
    KnownDifference("at_a_threshold_of_5.py", r".*", _MOMENTS),
    KnownDifference("at_a_threshold_of_50.py", r".*", _MOMENTS),
    KnownDifference(
        "what_the_program_is.py", r".*/scripts \[0, 1, 2, 3(, 5)?(, 200, 201)?\]", _DESCRIPTORS
    ),
    KnownDifference(
        "own_monitoring.py",
        r"\[None, None, None, (None|'ouroscope'), (None|'ouroscope'), None\].*|[34] tool [34] is already in use",
        _TOOL,
        since=(3, 12),
    ),
    KnownDifference(
        "refcounts_of_types.py",
        r".* \d+",
        "code and classes of the agent refer to types, None and texts; from 3.12 on these are immortal",
        before=(3, 12),
    ),
    KnownDifference("recurses_deeply.py", _RECURSION_LINES, _RECURSION),
    KnownDifference("fails_in_many_ways.py", _RECURSION_LINES, _RECURSION),
    KnownDifference(
        "what_the_program_is.py",
        r"\['sys', 'builtins', .*\]",
        "a second `atexit` module would replace the first one and the agent's callback in it",
        before=(3, 10),
    ),
    KnownDifference(
        "frames_and_names.py",
        r".*\('<(listcomp|module)>', 1, None, (True|False), False\).*",
        "the trace hook leaves out lines of other files by `f_trace_lines` of their frames",
        before=(3, 12),
    ),
    KnownDifference(
        "own_trace_function.py",
        r"None (None|<heap_agent.stepper_trace._Tracer object at address 0>)",
        _NEW_THREADS,
        before=(3, 12),
    ),
    KnownDifference(
        "many_threads.py",
        r"(None|<heap_agent.stepper_trace._Tracer object at address 0>) None",
        _NEW_THREADS,
        before=(3, 12),
    ),
    KnownDifference(
        "collects_while_traced.py",
        r"\('(on_collection|_take_out|of_this_thread)', '(c_)?(call|line|return)'\)",
        "the collector's callback is a Python function; its call (3.11: only for a profile function) is told before it can switch that off",
        before=(3, 12),
    ),
)


def is_known(script: str, version: tuple, difference: str) -> bool:
    """Whether every line of the difference has its reason."""
    lines = [line for line in difference.splitlines() if not _HEADER.match(line)]
    return all(
        any(known.explains(script, version, line[1:]) for known in KNOWN_DIFFERENCES)
        for line in lines
    )


_HEADER = re.compile(r"--- std|\+\+\+ std|@@ |$")
