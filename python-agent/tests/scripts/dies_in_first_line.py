import os


def dies():
    os._exit(7)


dies()
