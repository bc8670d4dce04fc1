# Read by imports_of_the_person.py.
import gc
counter = 0
log = []


def count():
    global counter
    counter += 1
    made = [counter]
    log.append(made)
    return made


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return "made up " + name


if __name__ == "__main__":
    print("run as main", __name__)
