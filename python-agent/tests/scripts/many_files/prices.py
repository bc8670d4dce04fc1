import decimal
from importlib import reload

kept = [decimal.Decimal(1)]


def total(things):
    result = sum(thing.price for thing in things)
    return result
