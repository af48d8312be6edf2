"""A case told as values (``case`` of a question): one field for each measure and category of the rules.

The fields are made from the tables that read clauses, so that whatever a clause can ask, a case can
tell. Each has a Chinese name and an English one. Numbers are in the unit that the field's description names.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, StrictBool, create_model
from pydantic.config import JsonDict

from yiyang_qa.eligibility import facts as told
from yiyang_qa.eligibility.axes import AXES, BY_NAME
from yiyang_qa.eligibility.axis import Axis
from yiyang_qa.eligibility.kinds import KINDS
from yiyang_qa.eligibility.measures import MEASURES, Measure
from yiyang_qa.eligibility.records import EVENTS
from yiyang_qa.types import Fact
from yiyang_qa.wire.words import legible

Number = Annotated[float, Field(strict=True, ge=0, le=1e12, allow_inf_nan=False)]
Words = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(legible)]

#: Shorter names by which a field is known as well.
_SHORT = {
    "房屋产权": "产权",
    "营利性质": "机构性质",
    "床位数": "床位",
    "房屋租期_年": "租期_年",
    "失能状况": "失能",
}
_EXAMPLE: JsonDict = {"床位数": 60, "新增": True, "房屋产权": "租赁", "房屋租期_年": 4}


def _place(name: str) -> str:
    if told.region_named(name) is None:
        raise ValueError(f"认不出“{name}”是哪个地方，或有几个同名的，请写全称，例如“浙江省绍兴市”。")
    return name


Place = Annotated[Words, AfterValidator(_place)]


def _named(chinese: str, description: str) -> Any:
    """An optional field known by its Chinese names; its own, English, will do as well."""
    names = (chinese, *filter(None, [_SHORT.get(chinese)]))
    return Field(default=None, validation_alias=AliasChoices(*names), description=description)


class _OpenFacts(BaseModel):
    """The facts that no table lists; an unknown one is an error, lest a misspelt fact go unread."""

    model_config = ConfigDict(
        extra="forbid", populate_by_name=True, json_schema_extra={"examples": [_EXAMPLE]}
    )

    added: StrictBool | None = _named(told.NEW, "床位数是不是新增的")
    applicant: Literal[KINDS] | None = _named(told.BODY, "谁来申请")  # type: ignore[valid-type]
    counts: dict[Words, Number] | None = _named(told.COUNT, "按个、按人计的数量，例如 {“社区养老服务站”: 6}")
    sums: dict[Words, Number] | None = _named(told.SUM, "按比例计算的基数，元，例如 {“失业保险费”: 80000}")
    records: dict[Literal[tuple(sorted(EVENTS))], Number] | None = _named(  # type: ignore[valid-type]
        told.RECORD, "不良记录及距今几年，例如 {“处罚”: 2}；{} 表示从来没有"
    )
    confirmed: dict[Words, StrictBool] | None = _named(
        told.CONFIRMED, "此前回答问到的“是否……”：引号里的原话，及是否具备"
    )

    def facts(self) -> tuple[Fact, ...]:
        """What is told, in the words of the product."""
        return tuple(fact for name in type(self).model_fields for fact in _facts(name, getattr(self, name)))


def _facts(name: str, value: Any) -> Iterator[Fact]:
    if value is None:
        return
    if name in _MEASURES:
        measure = _MEASURES[name]
        yield Fact(measure.name, _decimal(value), unit=_unit(measure))
    elif name in _OPEN:
        yield from _open_facts(_OPEN[name], value)
    else:
        values = value if isinstance(value, list) else [value]
        yield from (Fact(_AXES[name], each) for each in values)


def _open_facts(subject: str, value: Any) -> Iterator[Fact]:
    if not isinstance(value, dict):
        yield Fact(subject, value)
    elif subject == told.RECORD and not value:
        yield Fact(subject, False)
    elif subject == told.CONFIRMED:
        yield from (Fact(subject, holds, of=words.strip("“”")) for words, holds in value.items())
    else:
        unit = _UNITS[subject]
        yield from (Fact(subject, _decimal(number), of=of, unit=unit) for of, number in value.items())


def _decimal(number: float) -> Decimal:
    return Decimal(str(int(number) if number == int(number) else number))


def _unit(measure: Measure) -> str:
    """Durations are told in years."""
    return {"月": "年", "岁": "周岁"}.get(measure.unit, measure.unit)


def _measure_field(measure: Measure) -> tuple[Any, Any]:
    suffix = "_年" if measure.unit == "月" else ""
    return (Number | None, _named(measure.name + suffix, f"{measure.name}，单位：{_unit(measure)}"))


def _axis_field(axis: Axis) -> tuple[Any, Any]:
    names = tuple(name for name, _, _ in axis.values)
    if axis.name in told.HOMES:
        return (Place | None, _named(axis.name, f"{axis.name}所在的行政区"))
    if len(names) == 1:
        return (StrictBool | None, _named(axis.name, f"是否{names[0]}"))
    one = Literal[names]  # type: ignore[valid-type]
    kind = one if axis.exclusive else list[one]
    return (kind | None, _named(axis.name, f"{axis.name}：{'、'.join(names)}"))


_OPEN = {
    "added": told.NEW,
    "applicant": told.BODY,
    "counts": told.COUNT,
    "sums": told.SUM,
    "records": told.RECORD,
    "confirmed": told.CONFIRMED,
}
_UNITS = {told.COUNT: "个", told.SUM: "元", told.RECORD: "年"}
_MEASURES = {measure.key: measure for measure in MEASURES}
_AXES = {axis.key: axis.name for axis in BY_NAME.values()}

_FIELDS: dict[str, Any] = {
    **{measure.key: _measure_field(measure) for measure in MEASURES},
    **{axis.key: _axis_field(axis) for axis in AXES},
}

#: ``{"床位数": 60, "新增": true, "房屋产权": "租赁", "房屋租期_年": 4}``
CaseBody: type[_OpenFacts] = create_model(
    "CaseBody",
    __base__=_OpenFacts,
    __doc__="申请人的情况：每项都可不填，没有的项按未说明处理；不认识的项是错误。",
    **_FIELDS,
)
