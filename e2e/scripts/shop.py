class Till:
    def __init__(self):
        self.coins = []


def sell(till, price):
    till.coins.append(price)
    total = sum(till.coins)
    return total
