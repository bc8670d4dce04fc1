class Picture:
    def __init__(self, name):
        self.name = name

def averages(rows):
    return [sum(row) / len(row) for row in rows]

raw = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
result = averages(raw)
del raw

picture = Picture("holiday")
album = [picture]
del picture
album.clear()
