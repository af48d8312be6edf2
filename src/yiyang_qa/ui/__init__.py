"""问答页: the chat page at ``/``. It shows the answer object of the contract and decides nothing.

The seam is a plain function, ``ask(Question)``, which gives the answer object as it travels on the
wire, and what has been said of it so far; the page never reaches into the core.
"""

from yiyang_qa.ui.mount import mount_page

__all__ = ["mount_page"]
