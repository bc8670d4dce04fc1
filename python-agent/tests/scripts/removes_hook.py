import sys
a = [1]
if hasattr(sys, "monitoring"):
    for tool in (3, 4):
        sys.monitoring.free_tool_id(tool)
else:
    sys.settrace(lambda *_: None)
b = [2]
c = [3]
