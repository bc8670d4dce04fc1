import os

if hasattr(os, "fork"):
    child = os.fork()
    if child == 0:
        print("child", flush=True)
        os._exit(0)
    os.waitpid(child, 0)
else:
    print("child")
print("parent")
