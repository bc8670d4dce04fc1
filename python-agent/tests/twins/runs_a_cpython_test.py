"""The script that `run_cpython_tests.py` starts plainly and observed: runs one module of CPython's own tests, named by its argument."""

import sys
import unittest

unittest.main(module="test." + sys.argv[1], argv=sys.argv[:1], verbosity=2)
