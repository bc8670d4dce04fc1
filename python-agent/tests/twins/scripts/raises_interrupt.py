import atexit
atexit.register(print, "at exit")
def stops():
    raise KeyboardInterrupt
stops()
