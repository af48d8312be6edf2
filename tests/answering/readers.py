"""What a test is handed to have documents of its own read: text by name, indexed for real."""

from collections.abc import Callable, Mapping

from yiyang_qa.assistant import Assistant
from yiyang_qa.index import OpenIndex

Indexed = Callable[[Mapping[str, str]], OpenIndex]
Reading = Callable[[Mapping[str, str]], Assistant]
