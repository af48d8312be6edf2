"""Answers composed from evidence alone: the source's sentences, and where they stand."""

from yiyang_qa.answer.compose import compose

__all__ = ["compose"]
