import weakref

class Page:
    def __init__(self, address):
        self.address = address

def page(address, cache):
    found = cache.get(address)
    if found is None:
        found = cache[address] = Page(address)
    return found

pages = {}
home = page("/home", pages)
again = page("/home", pages)
del home, again
pages.clear()

weak_pages = weakref.WeakValueDictionary()
home = page("/home", weak_pages)
del home
