"""医养问答: answers over Chinese local policy documents, each with the clause that says so."""

__version__ = "0.1.0"
