import os
import sys
sys.stdout.reconfigure(line_buffering=True)  # as in a terminal

print("text é € 😀".encode("ascii", "backslashreplace").decode())
sys.stdout.buffer.write(b"bytes \xff\x00\n")
sys.stdout.flush()
os.write(1, b"direct\n")
os.write(2, b"direct error\n")
print("to stderr", file=sys.stderr)
sys.stderr.write("no newline")
print("a", "b", sep="\t", end="\r\n")
print("\r\x1b[31mred\x1b[0m\x07")
try:
    print("\ud800")
except UnicodeEncodeError as error:
    print(error)
try:
    print("é€😀")
except UnicodeEncodeError as error:
    print(error)
print(sys.stdout.tell() if sys.stdout.seekable() else None)
sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
print("é€😀 \udcff")
import io
captured = io.StringIO()
real, sys.stdout = sys.stdout, captured
print("captured")
sys.stdout = real
print(repr(captured.getvalue()))
import contextlib
with contextlib.redirect_stdout(io.StringIO()) as held, contextlib.redirect_stderr(held):
    print("held")
    print("held too", file=sys.stderr)
print(repr(held.getvalue()))
for size in (10, 1000, 8192, 8193, 100000):
    print("x" * size)
print("flush", flush=True)
sys.displayhook([1])
print("".join(map(chr, range(0x20, 0x7f))))
sys.stdout.write("last without newline")
