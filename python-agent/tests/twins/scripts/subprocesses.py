import os
import subprocess
import sys

QUESTION = "import os, sys, gc; print(sorted(os.environ.items())); print(sorted(map(int, os.listdir('/proc/self/fd')))); print(sorted(sys.modules)); print(sys.path, sys.argv, sys.flags); print(gc.callbacks, gc.get_freeze_count(), gc.collect(), gc.get_stats()[2])"
for options in ({}, {"close_fds": False}, {"env": {"PATH": "/bin"}}, {"start_new_session": True}):
    result = subprocess.run([sys.executable, "-c", QUESTION], capture_output=True, text=True, check=False, **options)
    print(result.returncode, result.stdout, result.stderr)
print(subprocess.check_output("env; ls /proc/self/fd | wc -l", shell=True, text=True).replace("_=", ""))
result = subprocess.run([sys.executable, "-S", "-E", "-c", "import sys; sys.exit(9)"], check=False)
print(result.returncode)
with subprocess.Popen([sys.executable, "-u", "-c", "while True: print(input().upper())"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
    print(process.communicate("one\ntwo\n"), process.returncode)
print(subprocess.getstatusoutput("exit 2"))
sys.stdout.flush()
child = subprocess.Popen([sys.executable, "-c", "print('from the child')"])
print(child.wait())
try:
    subprocess.run(["/does/not/exist"], check=True)
except FileNotFoundError as error:
    print(error)
sys.stdout.flush()
os.execv(sys.executable, [sys.executable, "-c", QUESTION])
