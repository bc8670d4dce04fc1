import os
kept = []
os._exit(4)
