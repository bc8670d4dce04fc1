import os
import sys

print(os.environ.get("PYTHONPATH"), [name for name in os.environ if name.startswith("OUROSCOPE")])
with open(os.devnull) as file:
    print(file.fileno())
print([entry for entry in sys.path if "own-folder" in entry or "python-agent/boot" in entry])
print("sitecustomize" in sys.modules and "boot" in str(getattr(sys.modules["sitecustomize"], "__file__", "")))
