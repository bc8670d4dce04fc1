def inner(n):
    return 1 / n

value = [1]
inner(0)
