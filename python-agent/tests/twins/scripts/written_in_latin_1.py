# -*- coding: latin-1 -*-
import sys
text = "äöü"
print(ascii(text), len(text))
def fä():
    raise ValueError("é")
print(ascii(fä.__name__), sys._getframe().f_lineno)
fä()
