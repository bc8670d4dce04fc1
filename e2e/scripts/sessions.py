"""Sessions that a hub keeps, and that know their hub: a cycle with a list in it."""


class Session:
    def __init__(self, user, hub):
        self.user = user
        self.hub = hub


class Hub:
    def __init__(self):
        self.listeners = []


hub = Hub()
hub.listeners.append(Session("anna", hub))
hub.listeners.append(Session("ben", hub))
last = hub.listeners[-1]
spare = {"a": last}
del last
del hub
