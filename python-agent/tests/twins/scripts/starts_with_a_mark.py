import sys
text = "ä€"
print(ascii(text), open(__file__, "rb").read(3))
raise ValueError(text)
