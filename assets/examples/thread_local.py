import threading

class Connection:
    def __init__(self, number):
        self.number = number

local = threading.local()

def work(number):
    local.connection = Connection(number)
    return local.connection.number

def work_and_tidy(number):
    local.connection = Connection(number)
    try:
        return local.connection.number
    finally:
        del local.connection

work(1)
work(2)
work_and_tidy(3)
