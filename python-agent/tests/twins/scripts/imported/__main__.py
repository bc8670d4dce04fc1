import sys
print("main of the package", __name__, __package__, sys.argv)
