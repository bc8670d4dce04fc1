import fractions


class Apple:
    price = 3

    def __init__(self, colour):
        self.colour = [colour]
