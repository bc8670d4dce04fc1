import os
import sys
sys.stdout.reconfigure(line_buffering=True)  # as in a terminal
import tempfile

saved = os.dup(1)
print("saved as", saved)
sys.stdout.flush()
with tempfile.TemporaryFile() as file:
    os.dup2(file.fileno(), 1)
    print("into the file")
    os.system("echo from a shell")
    sys.stdout.flush()
    os.dup2(saved, 1)
    file.seek(0)
    print(file.read())
os.close(saved)
os.dup2(1, 2)
print("stderr is stdout now", file=sys.stderr)
first = os.open(__file__, os.O_RDONLY)
print(first, os.dup(first), os.pipe())
os.closerange(3, 60)
import resource
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 20)
opened = [open(__file__) for _ in range(5)]
print([file.fileno() for file in opened])
for file in opened:
    file.close()
sys.stdout.flush()
os.close(2)
print(os.open(os.devnull, os.O_WRONLY))
sys.stdout.close()
os.write(1, b"after close\n")
