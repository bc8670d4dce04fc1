import os
import stat
import sys

print(os.environ.get("PYTHONPATH"), [name for name in os.environ if name.startswith("OUROSCOPE")])
taken = []
for number in range(3, 50):
    try:
        mode = os.fstat(number).st_mode
    except OSError:
        continue
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        taken.append(number)
print(taken)
print([entry for entry in sys.path if "own-folder" in entry or "python-agent/boot" in entry])
print("sitecustomize" in sys.modules and "boot" in str(getattr(sys.modules["sitecustomize"], "__file__", "")))
