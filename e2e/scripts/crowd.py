class Seat:
    def __init__(self, row):
        self.row = row


seats = [Seat(number // 20) for number in range(200)]
first = seats[0]
