"""What single scripts need to run: arguments, input, variables, a lowest version."""

from __future__ import annotations


class HowToRun:
    """`environments`: those of `test_twins.py` in which it is compared.

    `ends_in_order`: the interpreter shuts down by itself. `keeps_tracing`: the script does not take our hook away.
    """

    def __init__(
        self,
        *,
        arguments: tuple = (),
        stdin: bytes = b"",
        environment=None,
        environments: tuple = ("small", "usual"),
        since: tuple = (3, 9),
        ends_in_order: bool = True,
        keeps_tracing: bool = True,
    ) -> None:
        self.arguments = arguments
        self.stdin = stdin
        self.environment: dict = environment or {}
        self.environments = environments
        self.since = since
        self.ends_in_order = ends_in_order
        self.keeps_tracing = keeps_tracing


_ONCE = HowToRun(environments=("small",))

HOW_TO_RUN: dict = {
    # Long, and much of their output may differ.
    "at_a_threshold_of_5.py": _ONCE,
    "at_a_threshold_of_50.py": _ONCE,
    "same_id_again.py": _ONCE,
    "traced_memory.py": _ONCE,
    "what_the_program_is.py": HowToRun(
        arguments=("one", "two words", "-x", "--", "ä€", ""), stdin=b"to be read\n"
    ),
    "own_monitoring.py": HowToRun(since=(3, 12)),
    "warnings_shown.py": HowToRun(environment={"PYTHONWARNINGS": "always"}),
    "warnings_as_errors.py": HowToRun(environment={"PYTHONWARNINGS": "error"}),
    "stops_in_pdb.py": HowToRun(
        stdin=b"p sys.gettrace() is not None\nwhere\nn\ns\ns\nn\nargs\nr\nn\nb work\nc\np x\nup\nc\n",
        keeps_tracing=False,
    ),
    "reads_its_input.py": HowToRun(
        stdin="one\ntwo ä\nthree\nfour\nfive\n\x00six\nlast without newline".encode()
    ),
    "own_trace_function.py": HowToRun(keeps_tracing=False),
    "debugs_by_bdb.py": HowToRun(keeps_tracing=False),
    "collects_while_traced.py": HowToRun(keeps_tracing=False),
    "forked.py": HowToRun(),
    "exits_at_once.py": HowToRun(ends_in_order=False),
    "exits_by_abort.py": HowToRun(ends_in_order=False),
    "exits_by_signal.py": HowToRun(ends_in_order=False),
    "says_faults.py": HowToRun(ends_in_order=False),
    "subprocesses.py": HowToRun(ends_in_order=False),
    "moves_its_output.py": HowToRun(ends_in_order=False),
    "closes_everything.py": HowToRun(ends_in_order=False),
    "exit_clears_callbacks.py": HowToRun(ends_in_order=False),
}
