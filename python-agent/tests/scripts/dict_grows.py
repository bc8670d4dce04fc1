cache = {}
cache["a"] = []
cache["n"] = 1000
cache["n"] = 2000
