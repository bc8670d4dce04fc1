class Hub:
    def __init__(self):
        self.listeners = []

class Session:
    def __init__(self, user):
        self.user = user
        self.history = []

    def on_message(self, text):
        self.history.append(text)

def handle(user):
    session = Session(user)
    hub.listeners.append(session.on_message)

hub = Hub()
for user in ["ann", "bob", "cid"]:
    handle(user)

hub.listeners.clear()
