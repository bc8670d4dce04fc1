import threading
import time

shared = {"count": 0}
current = [0]
stop = []


def churn():
    global current
    while not stop:
        mine = [current]
        current = [mine[0][:1], {"a": [1]}]
        shared["count"] = [len(shared), current]
        mine.append((1, "text", str(len(mine))))
        shared["text"] = bytearray(b"x")


threads = [threading.Thread(target=churn) for _ in range(4)]
for thread in threads:
    thread.start()
for step in range(12):
    seen = current
    other = [seen]
time.sleep(0.01)
stop.append(True)
for thread in threads:
    thread.join()
done = True
