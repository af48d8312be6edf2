"""A question as it arrives: validated, then turned into the words of the product."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt
from pydantic import WithJsonSchema as Schema

from yiyang_qa.types import Filters, PartialDate, Question, Speaker, Turn
from yiyang_qa.wire.words import Day, asked, legible, partial_date, whole

#: Only the end of a long conversation is read.
TURNS_READ = 20
LONGEST_QUESTION = 500
LONGEST_TURN = 50_000

QuestionText = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION), AfterValidator(asked)]
TurnText = Annotated[str, Field(max_length=LONGEST_TURN), AfterValidator(whole)]
Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(legible)]
Names = Annotated[list[Name], Field(max_length=200)]
WirePartialDate = Annotated[
    PartialDate,
    BeforeValidator(partial_date),
    Schema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2021", "2021-09-30"]}),
]


class TurnBody(BaseModel):
    """One earlier turn; extra fields of other chat formats are let pass."""

    role: Speaker
    content: TurnText


class FiltersBody(BaseModel):
    """Conditions joined by AND. An unknown one is an error: ignored, it would widen the search."""

    model_config = ConfigDict(extra="forbid")

    regions: Names = Field(default=[], description="行政区名称或代码")
    documents: Names = Field(default=[], description="document_id")
    units: Names = Field(default=[], description="责任单位")
    issued_from: WirePartialDate | None = None
    issued_to: WirePartialDate | None = None
    include_expired: StrictBool = Field(
        default=False, description="已失效、废止、被替代的文件也作依据，并注明；默认只用 as_of 当日有效的"
    )

    def filters(self) -> Filters:
        """The same conditions in the words of the product."""
        return Filters(
            regions=tuple(self.regions),
            documents=tuple(self.documents),
            units=tuple(self.units),
            issued_from=self.issued_from,
            issued_to=self.issued_to,
            include_expired=self.include_expired,
        )


class AskRequest(BaseModel):
    """提问. Unknown fields are errors, lest a misspelt ``filters`` widen the search."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"question": "哪些部门负责家庭病床服务？"}]}
    )

    question: QuestionText
    history: list[TurnBody] = Field(default=[], description=f"此前的对话，只读最后 {TURNS_READ} 轮")
    filters: FiltersBody | None = None
    top_k: Annotated[StrictInt, Field(ge=1, le=20)] = 5
    as_of: Day | None = Field(default=None, description="按哪一天判断有效期和期限；不填为今天")
    stream: StrictBool = Field(default=False, description="以 server-sent events 分段返回")

    def to_question(self) -> Question:
        """The question in the words of the product."""
        return Question(
            text=self.question,
            history=tuple(Turn(turn.role, turn.content) for turn in self.history[-TURNS_READ:]),
            filters=(self.filters or FiltersBody()).filters(),
            top_k=self.top_k,
            as_of=self.as_of,
        )
