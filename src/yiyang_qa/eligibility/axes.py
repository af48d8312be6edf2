"""The table of categories (类别) by which sentences tell cases apart: how clauses and how people say them.

To teach another category, add a row. Patterns see folded text.
"""

from __future__ import annotations

from yiyang_qa.eligibility.axes_of_persons import OF_PERSONS
from yiyang_qa.eligibility.axes_of_providers import OF_PROVIDERS
from yiyang_qa.eligibility.axis import Axis

AXES: tuple[Axis, ...] = (*OF_PROVIDERS, *OF_PERSONS)
BY_NAME = {axis.name: axis for axis in AXES}
