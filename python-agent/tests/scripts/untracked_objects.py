a = object()
b = a
c = [a]
del b
