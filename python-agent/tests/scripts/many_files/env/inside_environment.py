settings = [[1], [2]]
