import page_store
first = page_store.keep("one")
del first
import sys
del sys.modules["page_store"], page_store
