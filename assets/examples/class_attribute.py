class Ticket:
    def __init__(self, seat):
        self.seat = seat

class Basket:
    tickets = []

    def add(self, ticket):
        self.tickets.append(ticket)

class OwnBasket:
    def __init__(self):
        self.tickets = []

    def add(self, ticket):
        self.tickets.append(ticket)

basket = Basket()
basket.add(Ticket("1A"))
del basket
Basket.tickets.clear()

basket = OwnBasket()
basket.add(Ticket("1B"))
del basket
