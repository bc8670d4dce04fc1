class Picture:
    def __init__(self, name):
        self.name = name

def painter(picture):
    def paint():
        return "painting " + picture.name
    return paint

def title_painter(picture):
    name = picture.name
    def paint():
        return "painting " + name
    return paint

big = Picture("big")
paint = painter(big)
del big
print(paint())
paint = None

big = Picture("big")
paint = title_painter(big)
del big
print(paint())
