from functools import lru_cache

class Account:
    def __init__(self, owner):
        self.owner = owner

@lru_cache(maxsize=2)
def greeting(account):
    return "Dear " + account.owner

ann = Account("ann")
greeting(ann)
del ann

bob = Account("bob")
cid = Account("cid")
greeting(bob)
greeting(cid)

del bob, cid
greeting.cache_clear()
