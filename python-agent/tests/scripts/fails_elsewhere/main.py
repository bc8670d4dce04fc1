import reading
reading.read("{")
