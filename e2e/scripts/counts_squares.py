seen = []
for n in range(5):
    square = [n * n]
    seen.append(square)
total = sum(len(one) for one in seen)
print("total", total)
