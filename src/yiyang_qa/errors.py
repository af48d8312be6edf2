"""The errors a user can meet, in one tree. Messages are Chinese and say what to do.

    PolicyError
    ├── CorpusError            a folder or a file of documents cannot be read
    ├── CorpusBusy             somebody else is changing the documents
    ├── LastDocument           the only document left is not removed
    ├── PackedDocument         a document inside an archive is not removed by itself
    ├── KeyWrong               an admin key is needed, and none or another was given
    ├── ManagementOff          no admin key is set, so nobody may change documents
    ├── IndexUnusable          no index can be opened
    │   ├── IndexMissing       none has been built yet
    │   ├── IndexDamaged       half-written or altered
    │   └── IndexMismatch      made from another corpus, encoder or version
    ├── EncoderError           the encoder's weights are absent or unreadable
    ├── RequestInvalid         a request that cannot be answered as it stands
    └── NotFound               no such document or clause

``code`` is stable and travels on the wire (``error.code`` in the contract).
"""

from __future__ import annotations


class PolicyError(Exception):
    """Base of every error this product raises on purpose."""

    code = "internal_error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class CorpusError(PolicyError):
    """A folder or a file of documents cannot be read; names the file and the mend."""

    code = "corpus_unreadable"


class CorpusBusy(PolicyError):
    """Somebody else is changing the documents; waiting helps."""

    code = "corpus_busy"


class LastDocument(PolicyError):
    """The only document left is not removed: there would be nothing to ask about."""

    code = "last_document"


class PackedDocument(PolicyError):
    """A document inside an archive is not removed by itself: the others would go with it."""

    code = "packed_document"


class KeyWrong(PolicyError):
    """An admin key is needed, and none or another was given."""

    code = "admin_key_wrong"


class ManagementOff(PolicyError):
    """No admin key is set, so nobody may change documents; says how to set one."""

    code = "management_off"


class IndexUnusable(PolicyError):
    """No index can be opened; the message names the command that mends it."""

    code = "index_unusable"


class IndexMissing(IndexUnusable):
    """No index has been built yet."""

    code = "index_missing"


class IndexDamaged(IndexUnusable):
    """The index is half-written or was altered after it was built."""

    code = "index_damaged"


class IndexMismatch(IndexUnusable):
    """The index was made from another corpus, encoder or version."""

    code = "index_mismatch"


class EncoderError(PolicyError):
    """The encoder's weights are absent or unreadable."""

    code = "encoder_unavailable"


class RequestInvalid(PolicyError):
    """A request that cannot be answered as it stands; ``field`` names the culprit."""

    code = "invalid_request"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotFound(PolicyError):
    """No such document or clause."""

    code = "not_found"
