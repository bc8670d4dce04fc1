import tracemalloc

def create_list():
    return [i for i in range(1000)]

def held():
    return tracemalloc.get_traced_memory()[0] // 1024

tracemalloc.start()
before = held()

create_list()
print("KiB held after the call:", held() - before)

keep = create_list()
print("KiB held by the list:", held() - before)

del keep
print("KiB held after del:", held() - before)
tracemalloc.stop()
