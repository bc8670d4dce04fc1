kept = [1]
print("x" * 1_000_000)
kept.append(2)
