"""Measuring the assistant against gold files, in process.

gold          what a gold file says, one line a question
conversation  earlier turns really asked
trial         one gold question with the answer it got
metrics       the table of metrics over trials
questions     gold questions: the measures of the contract
pairs         question–evidence pairs: ranking alone
"""

from yiyang_qa.evaluate.conversation import converse
from yiyang_qa.evaluate.gold import GoldQuestion, Pair, documents_of, read_gold
from yiyang_qa.evaluate.measuring import measure
from yiyang_qa.evaluate.report import Report

__all__ = ["GoldQuestion", "Pair", "Report", "converse", "documents_of", "measure", "read_gold"]
