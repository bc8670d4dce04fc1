/** Small programs that end, print or are written in unusual ways. */
import { lines, type OddScript } from "./odd-script-for-tests";

export const oddEndings: Readonly<Record<string, OddScript>> = {
  "raises inside nested calls": {
    text: lines(
      "class Box: pass",
      "def inner(b):",
      "    local = [b]",
      "    raise ValueError('deep')",
      "def outer():",
      "    inner(Box())",
      "try:",
      "    outer()",
      "except ValueError as e:",
      "    kept = e",
      "del kept",
      "outer()",
    ),
    kind: "raised",
    line: 4,
  },
  "starts another Python": {
    text: lines(
      "import subprocess, sys",
      "subprocess.run([sys.executable, '-c', 'print(1)'])",
      "a = []",
    ),
  },
  forks: {
    text: lines(
      "import os",
      "a = [1]",
      "pid = os.fork() if hasattr(os, 'fork') else 1",
      "if pid == 0:",
      "    b = [2]",
      "    os._exit(3)",
      "c = [a]",
    ),
  },
  "handles signals": {
    text: lines(
      "import os, signal",
      "class N: pass",
      "def h(s, f):",
      "    global got",
      "    got = N()",
      "if hasattr(signal, 'SIGUSR1'):",
      "    signal.signal(signal.SIGUSR1, h)",
      "    os.kill(os.getpid(), signal.SIGUSR1)",
      "a = []",
    ),
  },
  "prints at its exit": {
    text: lines(
      "import atexit",
      "class N:",
      "    def __del__(self): print('bye', flush=True)",
      "@atexit.register",
      "def f():",
      "    print('exit')",
      "n = N()",
    ),
  },
  "leaves by os._exit inside a function": {
    text: lines("import os", "def f():", "    print('hi', flush=True)", "    os._exit(7)", "f()"),
    kind: "exited",
    line: 4,
  },
  "leaves with a sentence": {
    text: lines("import sys", "def f():", "    sys.exit('bad thing')", "f()"),
    kind: "exited",
    line: 3,
  },
  "raises SystemExit": {
    text: lines("a = [1]", "raise SystemExit"),
    kind: "exited",
    line: 2,
  },
  "catches its exit": {
    text: lines(
      "import sys",
      "try:",
      "    sys.exit(3)",
      "except SystemExit as e:",
      "    print(e.code)",
      "a = []",
    ),
  },
  "is interrupted by itself": {
    text: lines("def f():", "    raise KeyboardInterrupt", "f()"),
    kind: "raised",
    line: 2,
  },
  "is written in other alphabets": {
    text: lines(
      "größe = ['ü', '漢']",
      "class Ünï: pass",
      "名 = Ünï()",
      "名.属性 = größe",
      "print(ascii(größe))",
    ),
  },
  "has Windows line ends": {
    text: lines(
      "class A:\r",
      "    pass\r",
      "a = A()\r",
      "a.x = a\r",
      "del a\r",
      "print('''x\r",
      "y''')\r",
    ),
  },
  "is indented with tabs": {
    text: lines("def f():", "\tx = [1]", "\treturn x", "a = f()", "if a:", "\tb = a"),
  },
  "is empty": {
    text: lines(""),
    entries: 1,
  },
  "is all comments": {
    text: lines("# a", "", "# b"),
    entries: 1,
  },
  "is no Python": {
    text: lines("a = [1]", "if a", "  b = 2"),
    kind: "syntax-error",
    line: 2,
  },
  "prints without newlines, and bytes": {
    text: lines(
      "import sys",
      "print('a', end='')",
      "sys.stdout.flush()",
      "sys.stdout.buffer.write(b'\\xff\\x00\\xc3')",
      "x = [1]",
      "sys.stdout.buffer.write(b'\\xa9')",
      "print('b', file=sys.stderr)",
    ),
  },
  "closes its output": {
    text: lines("import sys", "print('a')", "sys.stdout.close()", "x = [1]"),
  },
  "replaces its output": {
    text: lines(
      "import io, sys",
      "old, sys.stdout = sys.stdout, io.StringIO()",
      "print('hidden')",
      "old.write(sys.stdout.getvalue().upper())",
      "sys.stdout = old",
    ),
  },
  "closes every file and leaves its folder": {
    text: lines(
      "import os",
      "os.closerange(3, 50)",
      "os.chdir('/')",
      "os.environ.clear()",
      "a = [1]",
      "print('still')",
    ),
  },
  "raises an error that cannot be printed": {
    text: lines("class E(Exception):", "    def __str__(self): raise RuntimeError", "raise E"),
    kind: "raised",
    line: 3,
  },
};
