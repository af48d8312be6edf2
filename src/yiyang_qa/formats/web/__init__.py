"""Web pages: what the page says of the document, its title and its text, without the site around it."""

from yiyang_qa.formats.web.page import page_text

__all__ = ["page_text"]
