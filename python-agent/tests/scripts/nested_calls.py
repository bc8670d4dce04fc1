def outer():
    a = [1]
    def inner(c):
        d = "text"
        return a
    b = [a]
    inner(b)
    return b


outer()
