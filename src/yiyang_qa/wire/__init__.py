"""The wire contract, v1: pydantic models and how values become them. No decisions are made here."""

from yiyang_qa.wire.adding import AddBody, FileBody, RefusedBody, add_body, file_body
from yiyang_qa.wire.answer import AnswerBody, answer_body
from yiyang_qa.wire.case import CaseBody
from yiyang_qa.wire.changing import ChangesBody, ConfirmRequest, RemovedBody
from yiyang_qa.wire.citation import CitationBody, citation_body
from yiyang_qa.wire.conversation import exchanges
from yiyang_qa.wire.diff import DiffBody, diff_body
from yiyang_qa.wire.document import (
    CatalogueBody,
    ClausesBody,
    DocumentBody,
    FullDocumentBody,
    catalogue_body,
    clauses_body,
    document_body,
    full_document_body,
)
from yiyang_qa.wire.error import ErrorBody, error_body
from yiyang_qa.wire.place import clause_anchor
from yiyang_qa.wire.request import AskRequest
from yiyang_qa.wire.review import review_body
from yiyang_qa.wire.search import SearchBody, search_body

__all__ = [
    "AddBody",
    "AnswerBody",
    "AskRequest",
    "CaseBody",
    "CatalogueBody",
    "ChangesBody",
    "CitationBody",
    "ClausesBody",
    "ConfirmRequest",
    "DiffBody",
    "DocumentBody",
    "ErrorBody",
    "FileBody",
    "FullDocumentBody",
    "RefusedBody",
    "RemovedBody",
    "SearchBody",
    "add_body",
    "answer_body",
    "catalogue_body",
    "citation_body",
    "clause_anchor",
    "clauses_body",
    "diff_body",
    "document_body",
    "error_body",
    "exchanges",
    "file_body",
    "full_document_body",
    "review_body",
    "search_body",
]
