import sys

kept = [1]
sys.exit(3)
