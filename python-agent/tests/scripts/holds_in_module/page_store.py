pages = {}
more = {"a": []}
class Page:
    pass
def keep(name):
    page = Page()
    pages[name] = page
    return page
