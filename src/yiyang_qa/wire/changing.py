"""Fields confirmed, documents removed, and the record of what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from yiyang_qa.adding import Value
from yiyang_qa.corpus import FIELDS
from yiyang_qa.wire.words import legible


class RemovedBody(BaseModel):
    """A document that was removed."""

    document_id: str
    kept: str = Field(description="移到了哪里，相对于文件夹；需要时可以再添加")


class ChangesBody(BaseModel):
    """修改记录, newest first."""

    changes: list[dict[str, Any]]


_Line = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(legible)]


class ConfirmRequest(BaseModel):
    """Values of fields; ``null`` says that the document has none. ``as_read`` confirms what was read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"region": "330600", "issued_on": "2021-09-30", "as_read": ["title", "kind"]}]
        },
    )

    title: _Line | None = None
    region: _Line | None = Field(default=None, description="行政区名称或六位区划代码")
    issuers: Annotated[list[_Line], Field(min_length=1)] | None = None  # none at all is null
    doc_number: _Line | None = None
    issued_on: _Line | None = None
    published_on: _Line | None = None
    effective_on: _Line | None = None
    valid_until: _Line | None = None
    kind: _Line | None = None
    source: _Line | None = None
    as_read: list[_Line] = Field(default=[], description="照现在的值确认的字段")

    def values(self) -> Mapping[str, Value]:
        """The fields that were given."""
        return {name: getattr(self, name) for name in FIELDS if name in self.model_fields_set}
