import os

kept = [1]
more = [kept]
os.kill(os.getpid(), 9)
