import time

kept = [1, 2]
time.sleep(3600)
