"""Understanding: a question and its conversation become a query that stands alone."""

from yiyang_qa.dialogue.resolve import Asked, Resolved, comparing, each_asked, resolve

__all__ = ["Asked", "Resolved", "comparing", "each_asked", "resolve"]
