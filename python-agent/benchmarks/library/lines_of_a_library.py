"""Short lines that are not the person's own: the folder is not below the script's."""


def work(rounds: int) -> int:
    """Runs three lines a round."""
    total = 0
    for number in range(rounds):
        total += number
        total -= 1
    return total
