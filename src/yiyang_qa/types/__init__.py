"""The words of the product: frozen values that every layer passes on.

Standard library only. Offsets count Unicode code points in ``Document.text``; a
span is half-open. ``None`` always means "the document does not say".
"""

from yiyang_qa.types.answer import Answer, Comparison, ComparisonRow, Evidence, Notice, Reason, Status
from yiyang_qa.types.clause import (
    ROLES,
    Amount,
    Clause,
    Deadline,
    Kind,
    Part,
    Rank,
    Row,
    Unit,
    UnitRole,
    ancestors,
)
from yiyang_qa.types.document import (
    Alteration,
    Amendment,
    Document,
    Doubt,
    Extension,
    Naming,
    Oddity,
    Repeal,
    Reprint,
    Revision,
    StatedForce,
)
from yiyang_qa.types.eligibility import Eligibility, Entitlement, Requirement, Verdict
from yiyang_qa.types.force import Amended, Course, Ending, Extended, Force, Standing
from yiyang_qa.types.layout import Box, Layout, Page, Rect
from yiyang_qa.types.question import Fact, Filters, Intent, Query, Question, Speaker, Turn
from yiyang_qa.types.region import NATION, Level, Region
from yiyang_qa.types.span import PartialDate, Span, begun, over

__all__ = [
    "NATION",
    "ROLES",
    "Alteration",
    "Amended",
    "Amendment",
    "Amount",
    "Answer",
    "Box",
    "Clause",
    "Comparison",
    "ComparisonRow",
    "Course",
    "Deadline",
    "Document",
    "Doubt",
    "Eligibility",
    "Ending",
    "Entitlement",
    "Evidence",
    "Extended",
    "Extension",
    "Fact",
    "Filters",
    "Force",
    "Intent",
    "Kind",
    "Layout",
    "Level",
    "Naming",
    "Notice",
    "Oddity",
    "Page",
    "Part",
    "PartialDate",
    "Query",
    "Question",
    "Rank",
    "Reason",
    "Rect",
    "Region",
    "Repeal",
    "Reprint",
    "Requirement",
    "Revision",
    "Row",
    "Span",
    "Speaker",
    "Standing",
    "StatedForce",
    "Status",
    "Turn",
    "Unit",
    "UnitRole",
    "Verdict",
    "ancestors",
    "begun",
    "over",
]
