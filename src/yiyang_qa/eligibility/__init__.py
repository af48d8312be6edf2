"""资格判断: conditions and benefits of clauses as typed rules, and cases held against them."""

from yiyang_qa.eligibility.assess import assess
from yiyang_qa.eligibility.case import Case, case
from yiyang_qa.eligibility.explain import caveats, explain
from yiyang_qa.eligibility.facts import case_of, together
from yiyang_qa.eligibility.judge import judge
from yiyang_qa.eligibility.money import written
from yiyang_qa.eligibility.rules import rules
from yiyang_qa.eligibility.terms import Benefit, Condition, Rule, Strength
from yiyang_qa.eligibility.verdict import AmountDue, Assessment, Judgement, Outcome
from yiyang_qa.eligibility.weighing import Cited

__all__ = [
    "AmountDue",
    "Assessment",
    "Benefit",
    "Case",
    "Cited",
    "Condition",
    "Judgement",
    "Outcome",
    "Rule",
    "Strength",
    "assess",
    "case",
    "case_of",
    "caveats",
    "explain",
    "judge",
    "rules",
    "together",
    "written",
]
