here = [__name__, __spec__.submodule_search_locations]
