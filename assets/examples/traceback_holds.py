class Upload:
    def __init__(self, name):
        self.name = name

def send(name):
    upload = Upload(name)
    raise ValueError("no network for " + upload.name)

failures = []
try:
    send("first")
except ValueError as error:
    failures.append(error)

failures[0].__traceback__ = None
failures.clear()

try:
    send("second")
except ValueError as error:
    failures.append(str(error))
