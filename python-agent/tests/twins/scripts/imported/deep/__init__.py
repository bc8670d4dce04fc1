from .. import kept
from . import leaf
kept.append(__name__)
