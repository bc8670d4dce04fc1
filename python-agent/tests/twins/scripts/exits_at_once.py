import atexit
import os
import sys

sys.stdout.reconfigure(line_buffering=True)  # as in a terminal

atexit.register(print, "never")
print("flushed at its end")
os.write(1, b"written\n")
kept = open(os.devnull, "w")
os._exit(13)
