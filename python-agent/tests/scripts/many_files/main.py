import sys
sys.path += [sys.path[0] + "/site-packages", sys.path[0] + "/env"]
import prices
from goods import fruit
import installed_library
import inside_environment
apple = fruit.Apple("red")
exec("made_up = [1]\nmade_up = [2]")
exec(compile("made_up = [3]\nmade_up = [4]", __file__.replace("main", "made_up"), "exec"))
again = prices.reload(prices)
total = prices.total([apple])
