class Report:
    def __init__(self, name):
        self.name = name

def with_a_local():
    report = Report("local")
    return len(report.name)

def with_a_global():
    global kept
    kept = Report("global")
    return len(kept.name)

with_a_local()
with_a_global()

kept = None
