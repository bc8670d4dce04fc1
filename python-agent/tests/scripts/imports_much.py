import ast
own = []
first = [[], __import__("json"), []][0]
from json import dumps
