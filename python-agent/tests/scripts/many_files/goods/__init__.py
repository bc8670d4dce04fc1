names = ["apple"]
