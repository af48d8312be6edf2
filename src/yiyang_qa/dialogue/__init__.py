"""Understanding: a question and its conversation become a query that stands alone.

resolve   turns into a query: its subject, its scope (which regions), its intent
parts     what a compound question asks, one by one; speech: where no stops tell them apart
places    names of regions in questions
safety    what no policy answers
"""

from yiyang_qa.dialogue.resolve import Asked, Resolved, comparing, each_asked, resolve

__all__ = ["Asked", "Resolved", "comparing", "each_asked", "resolve"]
