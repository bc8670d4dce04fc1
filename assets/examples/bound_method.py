import weakref

class Session:
    def __init__(self, user):
        self.user = user

    def on_close(self):
        return self.user + " left"

session = Session("ann")
callback = session.on_close
del session
print(callback())
callback = None

session = Session("bob")
callback = weakref.WeakMethod(session.on_close)
del session
print(callback())
