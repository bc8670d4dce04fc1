import sys

first = [1]
sys.settrace(lambda *_: None)
if hasattr(sys, "monitoring"):
    for tool in range(6):
        if sys.monitoring.get_tool(tool):
            sys.monitoring.free_tool_id(tool)
second = [first]
print("still running")
