import os

kept = [1]
os._exit(4)
