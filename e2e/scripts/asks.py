name = input("Name? ")
greeting = ["hello", name]
print(greeting)
