"""Understanding: a question and its conversation become a query that stands alone.

resolve   turns into a query: its subject, its scope (which regions), its intent
turns     what one turn says of its own; subject: what the turns are about together
parts     what a compound question asks, one by one (compound: each resolved); speech: where no stops tell them apart
places    names of regions in questions
safety    what no policy answers
"""

from yiyang_qa.dialogue.compound import Asked, each_asked
from yiyang_qa.dialogue.resolve import Resolved, comparing, resolve

__all__ = ["Asked", "Resolved", "comparing", "each_asked", "resolve"]
