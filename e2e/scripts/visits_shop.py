import shop

till = shop.Till()
first = shop.sell(till, 3)
second = shop.sell(till, 4)
del till
