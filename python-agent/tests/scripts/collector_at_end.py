class Thing:
    def __del__(self):
        print("gone")


thing = Thing()
thing.me = thing
del thing
