def generate_numbers(n):
    for i in range(n):
        yield i

def list_numbers(n):
    numbers = []
    for i in range(n):
        numbers.append(i)
    return numbers

everything = list_numbers(12)
one_at_a_time = generate_numbers(10_000)

for number in one_at_a_time:
    print(number)
    if number > 10:
        break

del everything
del one_at_a_time
