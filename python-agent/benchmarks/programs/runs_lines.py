# Runs so many rounds of three short lines that are not the person's (a module in another folder), or its own, and prints processor seconds.
import sys
import time

sys.path.append(sys.argv[3])
from lines_of_a_library import work as library_work


def work(rounds):
    total = 0
    for number in range(rounds):
        total += number
        total -= 1
    return total


def nothing(frame, event, argument):
    return nothing


if "traced" in sys.argv:
    sys.settrace(nothing)
chosen, rounds = (work, int(sys.argv[2])) if sys.argv[1] == "own" else (library_work, int(sys.argv[2]))
start = time.process_time(); chosen(rounds); seconds = time.process_time() - start
sys.settrace(None) if "traced" in sys.argv else None
print(seconds)
