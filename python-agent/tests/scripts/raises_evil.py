class Evil(Exception):
    asked = 0

    def __str__(self):
        print("agent asked by python" if not Evil.asked else "agent asked")
        Evil.asked += 1
        return "words"


raise Evil("text", object(), 3)
