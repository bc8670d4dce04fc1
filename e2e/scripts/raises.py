numbers = [1, 2, 3]
total = sum(numbers)
total = total / 0
numbers.append(total)
