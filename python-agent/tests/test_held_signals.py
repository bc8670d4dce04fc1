"""While signals are held back no handler of the script runs, however they are sent; runs itself on each interpreter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import unittest

TESTS_FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [TESTS_FOLDER, os.path.dirname(TESTS_FOLDER)]


@unittest.skipUnless(hasattr(signal, "pthread_kill"), "needs POSIX signals")
class HeldSignals(unittest.TestCase):
    def setUp(self):
        from heap_agent import python_versions, signal_handlers, signal_mask

        self.came = []
        signal.signal(signal.SIGUSR1, lambda number, _: self.came.append(number))
        self.signals = (
            signal_mask.SignalMask()
            if python_versions.HAS_MONITORING
            else signal_handlers.SignalHandlers()
        )

    def send(self):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
        return len(list(range(100)))

    def test_a_handler_runs_when_signals_are_delivered_and_not_before(self):
        self.signals.hold()
        self.send()
        during = list(self.came)
        self.signals.deliver()
        self.assertEqual((during, self.came), ([], [signal.SIGUSR1]))

    def test_what_a_handler_raises_comes_out_of_the_delivery(self):
        signal.signal(signal.SIGUSR1, signal.default_int_handler)
        self.signals.hold()
        self.send()
        with self.assertRaises(KeyboardInterrupt):
            self.signals.deliver()
        self.assertFalse(self.signals.are_held)

    def test_afterwards_handlers_run_at_once(self):
        self.signals.hold()
        self.assertTrue(self.signals.are_held)
        self.signals.deliver()
        self.send()
        self.assertEqual(self.came, [signal.SIGUSR1])

    def test_a_signal_still_arrives_when_another_thread_has_run_meanwhile(self):
        self.signals.hold()
        self.send()
        other = threading.Thread(target=self.send)
        other.start()
        other.join()
        during = list(self.came)
        self.signals.deliver()
        self.assertEqual((during, set(self.came)), ([], {signal.SIGUSR1}))


@unittest.skipUnless(hasattr(signal, "pthread_kill"), "needs POSIX signals")
class HeldSignalsOfOthers(unittest.TestCase):
    def test_the_same_on_the_other_interpreters(self):
        from interpreters import INTERPRETERS

        for version, python in INTERPRETERS.items():
            if version == sys.version_info[:2]:
                continue
            with self.subTest(python="%d.%d" % version):
                run = subprocess.run(
                    [python, __file__, "HeldSignals"],
                    capture_output=True,
                    text=True,
                    timeout=60,
                    check=False,
                )
                self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    unittest.main()
