import sys

print("no newline at the end of the file", sys._getframe().f_lineno)
sys.stdout.write("nor of the output")
