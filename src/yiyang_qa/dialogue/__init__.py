"""Understanding: a question and its conversation become a query that stands alone."""

from yiyang_qa.dialogue.resolve import Resolved, comparing, resolve

__all__ = ["Resolved", "comparing", "resolve"]
