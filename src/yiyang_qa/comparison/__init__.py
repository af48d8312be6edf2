"""横向比较: what several regions say on one matter, side by side."""

from yiyang_qa.comparison.table import Compared, compare

__all__ = ["Compared", "compare"]
