point = (1, 2)
import gc
_ = gc.collect()
