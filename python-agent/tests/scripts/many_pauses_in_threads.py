import threading

started = threading.Event()
done = threading.Event()


def work():
    started.set()
    a = 1
    b = 2


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("joined")
