import threading

lock = threading.Lock()
total = []


def work(n):
    mine = []
    for i in range(5):
        mine.append([i])
        with lock:
            total.append(n)
    return mine


threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(total), sorted(set(total)))
