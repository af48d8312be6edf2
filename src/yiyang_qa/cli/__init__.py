"""The command line ``yiyang-qa``.

Starting it costs a fraction of a second: each command imports what it needs when it runs.
"""

from yiyang_qa.cli.entry import main

__all__ = ["main"]
