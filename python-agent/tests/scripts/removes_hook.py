import sys
a = [1]
sys.settrace(None)
if hasattr(sys, "monitoring"):
    for tool in (3, 4):
        sys.monitoring.free_tool_id(tool)
b = [2]
c = [3]
