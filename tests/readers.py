"""What a test is handed to have documents of its own read, text by name, indexed for real, and to talk about them."""

from collections.abc import Callable, Mapping

from yiyang_qa.assistant import Assistant
from yiyang_qa.index import OpenIndex
from yiyang_qa.types import Answer, Question, Speaker, Turn

Indexed = Callable[[Mapping[str, str]], OpenIndex]
Reading = Callable[[Mapping[str, str]], Assistant]
Talk = Callable[..., Answer]


def talking(assistant: Assistant) -> Talk:
    """The answer to the last of the turns, each of them asked in order; other fields of its question by name."""

    def talk(*turns: str, **fields: object) -> Answer:
        history: list[Turn] = []
        for turn in turns[:-1]:
            reply = assistant.ask(Question(turn, tuple(history)))
            history += [Turn(Speaker.USER, turn), Turn(Speaker.ASSISTANT, reply.text)]
        return assistant.ask(Question(turns[-1], tuple(history), **fields))  # type: ignore[arg-type]

    return talk
