"""润饰: a language model says the same evidence in its own words, under the guard. Without one nothing is missing."""

from yiyang_qa.phrasing.endpoint import OpenAIPhraser
from yiyang_qa.phrasing.phraser import Phraser, PhrasingFailed
from yiyang_qa.phrasing.rephrase import followed, phrased, rephrasing, streamed

__all__ = ["OpenAIPhraser", "Phraser", "PhrasingFailed", "followed", "phrased", "rephrasing", "streamed"]
