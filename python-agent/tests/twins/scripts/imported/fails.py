kept = []
raise RuntimeError("at import")
