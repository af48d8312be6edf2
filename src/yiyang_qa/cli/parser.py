"""argparse that speaks Chinese: titles, usage and every complaint."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

#: What argparse says → what the user reads; the first row that matches the whole message.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"expected (?:one|at least one) argument", "后面要跟一个值"),
    (r"ignored explicit argument (.+)", r"不带值，多了 \1"),
    (r"invalid choice: '(.*?)' \(.*?choose from (.+)\)", r"没有 \1，可选 \2"),
    (r"invalid \w+ value: '(.*)'", r"\1 写得不对"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese usage line; descriptions keep their lines."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose positional arguments go to ``operands`` and whose options go to ``options``."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=Formatter)
        self.operands = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这份说明并退出")

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong, and leave with status 2."""
        self.exit(2, f"错误：{chinese(message)}。\n{self.format_usage()}完整说明：{self.prog} --help\n")


def chinese(message: str) -> str:
    """A complaint of argparse in Chinese; what is Chinese already stays."""
    if about := re.fullmatch(r"argument (.+?): (.+)", message, re.DOTALL):
        return f"{about[1]}：{chinese(about[2])}"
    matches = ((re.fullmatch(pattern, message, re.DOTALL), form) for pattern, form in _COMPLAINTS)
    return next((found.expand(form) for found, form in matches if found), message)


def checked(check: Callable[[str], Any]) -> Callable[[str], Any]:
    """An argparse type from a check that raises ``ValueError`` with a Chinese message."""

    def typed(text: str) -> Any:
        try:
            return check(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error).rstrip("。")) from None

    return typed


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """An argparse type: a whole number from ``least`` to ``most``."""

    def number(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or not least <= int(text) <= most:
            raise ValueError(f"应是 {least} 到 {most} 的整数")
        return int(text)

    return checked(number)
