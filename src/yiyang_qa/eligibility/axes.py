"""The table of categories (类别) by which sentences tell cases apart: how clauses and how people say them.

To teach another category, add a row. Patterns see folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """``values``: name → how a clause says it, how people say it.

    Of an *exclusive* axis a case has one value at most; along an *ordered* one 及以上 reaches
    further up. A *sorting* axis only deals cases to alternatives: who rents is not refused by a
    sentence on owners.
    """

    name: str  # also what to ask: 房屋产权
    key: str  # its identifier where a case is told as values: ownership
    values: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    exclusive: bool = True
    ordered: bool = False
    sorting: bool = False


def _axis(
    name: str,
    key: str,
    *rows: tuple[str, str, str],
    exclusive: bool = True,
    ordered: bool = False,
    sorting: bool = False,
) -> Axis:
    values = tuple((value, re.compile(clause), re.compile(told)) for value, clause, told in rows)
    return Axis(name, key, values, exclusive, ordered, sorting)


_TYPE = r"(?:医疗|卫生|综合|中医|专科|公立|民[办营]|社会办|医院|康复)"
_DISABLED = r"(?:重度|智力|精神|肢体|视力|听力|言语|多重|、|的)"
_DEGREE = r"(?=(?:及|或)?以上|学[历位]|毕业|、|的)"
_HOMES = r"(?:城镇|城市|居民)?(?:居住区|居住小区|居民?住宅|住宅|小区)"


AXES: tuple[Axis, ...] = (
    _axis(
        "房屋产权",
        "ownership",
        (
            "自有",
            r"自有(?:产权|房[屋产]|用房|场[地所]|物业)",
            r"自有|自己(?:名下)?的?(?:那?[栋幢块])?(?:楼|房|产权|物业|场地)|名下|自家的?(?:楼|房|院)|"
            r"产权(?:在|是|归)(?:我|自)|买(?:的|了|下)[^,]{0,4}[楼房]",
        ),
        (
            "租赁",
            r"租赁(?:产权|房[屋产]|场[地所]|用房|方式|设施)|承租|租用",
            r"(?<![出不免减房月])租(?![户金收给客])",
        ),
        sorting=True,
    ),
    _axis(
        "营利性质",
        "nonprofit_status",
        ("非营利", r"非营利", r"[非不](?:以|图|为)?(?:营利|盈利|赚钱)|民非|民办非企业|公益性"),
        (
            "营利",
            r"(?<!非)(?<!以)营利(?!为目的)",
            r"(?<![非不])(?<!不[以图为])(?:营利|盈利|赚钱的)|商业性",
        ),
    ),
    _axis(
        "举办主体",
        "sponsor",
        (
            "公办",
            r"公[办立](?!托)|政府(?:办(?!公|事)|举办|投资|设立)(?!专项)",
            r"公[办立]|政府(?:办|开)|国营",
        ),
        (
            "民办",
            r"(?<!公[办建])民[办营](?!非)|社会办|社会(?:力量|资本)(?:[^,。;]{0,4}(?:举办|兴办|设立|办|投资|出资))?|私立",
            r"民[办营]|私[立营人]|社会办|自己(?:投|掏|出)钱",
        ),
        sorting=True,
    ),
    _axis(
        "失能等级",
        "disability_grade",
        ("轻度", r"轻度(?!残|精神|智力|肢体|视力|听力)|轻、中度", r"轻度(?!残)"),
        ("中度", r"中度(?!残|精神|智力|肢体|视力|听力)|中、重度", r"中度(?!残)"),
        (
            "重度",
            r"重度(?!残|精神|智力|肢体|视力|听力|(?:失能)?[一二三1-3IⅠ-Ⅲ]级)",
            r"重度(?!残)|最(?:严)?重(?:的)?(?:那|一)?[档级]",
        ),
        ordered=True,
    ),
    _axis(
        "星级",
        "star_rating",
        *(
            (f"{n[0]}星", f"[{n}](?:星级?|(?=[、至-][{'一二三四五'}]星))", f"[{n}](?:颗)?星")
            for n in ("一1", "二2", "三3", "四4", "五5")
        ),
        ordered=True,
    ),
    _axis(
        "医疗机构级别",
        "hospital_level",
        *(
            (
                f"{n[0]}级",
                rf"[{n}]级(?=[甲乙]等|{_TYPE}|(?:及其?)?以[上下]{_TYPE})|[{n}](?=、[一二三]级(?:及以上)?{_TYPE})",
                rf"[{n}](?:级(?={_TYPE}|[甲乙])|[甲乙](?![方骨苯]))",
            )
            for n in ("一1", "二2", "三3")
        ),
        ordered=True,
    ),
    _axis(
        "残疾等级",
        "handicap_grade",
        *(
            (
                f"{n[0]}级残疾",
                rf"(?<!高)[{n}](?=(?:级?、[一二三四])*级(?:及?以上)?{_DISABLED}*残疾)|残疾等级为[一二三四、]*?[{n}](?=、|级)",
                rf"[{n}]级(?=残|智力|精神)|残[^,。;]{{0,10}}[{n}]级",
            )
            for n in ("四4", "三3", "二2", "一1")
        ),
        ordered=True,
    ),
    _axis(
        "评估等级",
        "assessment_grade",
        ("不合格", r"不合格", r"不合格|不及格|没合格"),
        ("合格", r"(?<!不)合格(?=等级|及以上|以上)", r"(?<!不)(?<!没)合格(?![证者])"),
        ("良好", r"良好(?=等级|及以上|以上|、)", r"评了?个?良好?|良好"),
        ("优秀", r"优秀(?=等级|、)", r"评了?个?优秀?|优秀"),
        ordered=True,
    ),
    _axis(
        "资助类别",
        "subsidy_category",
        *((f"第{n[0]}类", f"第[{n}]类", f"第?[{n}]类") for n in ("一1", "二2", "三3", "四4")),
    ),
    _axis(
        "小区新旧",
        "estate_age",
        (
            "新建",
            rf"新建(?={_HOMES}|[^,。;]{{0,2}}、已建成)",
            r"新(?:开的?)?(?:楼)?盘|新(?:建的?)?小区|新建|开发",
        ),
        (
            "已建成",
            rf"(?:已建成|已经建成)(?:的)?(?={_HOMES})|(?<=、)已建成|老旧小区|老城区",
            r"[老旧]小区|老旧|已建成|建成多年",
        ),
        sorting=True,
    ),
    _axis(
        "供地方式",
        "land_supply",
        ("划拨", r"划拨", r"划拨"),
        ("有偿", r"有偿(?:方式)?(?:用地|供地|使用)|(?<=以)有偿方式|出让(?=方式|、租赁)", r"有偿|出让|招拍挂"),
    ),
    _axis(
        "户籍",
        "household_registration",
        ("本地", r"(?:本[市省区县]|当地)的?户籍|户籍(?:居家)?老年人", r"(?!)"),
    ),
    _axis(
        "居住地", "residence", ("本地", r"常住|居住在本[市省区县]|在本[市省区县](?:行政区域内)?居住", r"(?!)")
    ),
    _axis(
        "身份",
        "status",
        ("特困", r"特困", r"特困|五保"),
        ("低保边缘", r"(?:最低生活保障|低保)边缘", r"低保边缘|边缘户"),
        ("低保", r"(?:最低生活保障|低保)(?!边缘|标准|金)", r"低保(?!边缘)"),
        ("计生特殊", r"计划生育特殊家庭|失独|独生子女死亡", r"失独|独生[子女儿][^,]{0,4}(?:没|走|死|去世)"),
        ("优抚", r"优抚|抚恤", r"优抚|抚恤|烈属"),
        ("劳模", r"劳动模范|劳模", r"劳模|劳动模范"),
        exclusive=False,
    ),
    _axis(
        "失能状况",
        "disabled",
        (
            "失能",
            r"(?<![轻中重]度)(?<![轻中重]度[(、])失能(?!程度|评估|等级|评定)|生活不能自理|失去生活自理",
            r"失能(?!评)|瘫|不能自理|自己动不了",
        ),
    ),
    _axis("独居情况", "living_alone", ("独居", r"独居|孤寡", r"独居|孤寡|一个人(?:住|过)")),
    _axis("毕业生身份", "graduate", ("毕业生", r"毕业生", r"毕业")),
    _axis(
        "建设方式",
        "construction",
        ("新建", r"新建(?=的|养老|护理|床位|机构|项目|且|并)", r"新建|新盖|新修"),
        ("改建", r"(?:改(?:扩)?建|扩建|改造)(?=的|养老|护理|床位|机构|项目|且|并)", r"改建|扩建|改造|改成"),
        sorting=True,
    ),
    _axis(
        "技能等级",
        "skill_grade",
        *(
            (
                name,
                rf"{before}{name}(?=、|和|或|工|证|职业|资格|技能|护理|及以上|以上|的|\(){no}",
                rf"{before}{name}{no}",
            )
            for before, name, no in (
                ("", "初级", ""),
                ("", "中级", ""),
                ("", "高级", "(?!技师|职称)"),
                ("(?<!高级)", "技师", ""),
                ("", "高级技师", ""),
            )
        ),
        ordered=True,
    ),
    _axis(
        "学历",
        "education",
        ("中专", rf"(?<!大)中专{_DEGREE}", r"中专|中职|技校"),
        ("大专", rf"(?:大专|专科){_DEGREE}", r"大专|专科(?!医)"),
        ("本科", rf"本科{_DEGREE}", r"本科"),
        ("研究生", rf"(?:研究生|硕士){_DEGREE}", r"研究生|硕士|博士"),
        ordered=True,
    ),
)
BY_NAME = {axis.name: axis for axis in AXES}
