class Item:
    def __init__(self, number):
        self.number = number

items = []
for number in range(200):
    items.append(Item(number))
total = 0
for round in range(8):
    for item in items[:100]:
        total = total + item.number
print(total)
