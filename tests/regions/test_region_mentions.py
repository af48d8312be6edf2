"""Names of regions in texts: what is one, what is none, and the laws of all."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.regions import gazetteer, mentions
from yiyang_qa.regions.forms import forms, heads
from yiyang_qa.regions.vocabulary import AMBIGUOUS
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Level, Region

REGIONS = tuple(region for region in gazetteer() if region != NATION)
PLAIN = [r for r in REGIONS if r.level is not Level.COUNTY or len(gazetteer().named(r.name)) == 1]


def _found(text: str) -> list[str]:
    """``name=path/of/each|candidate`` of every mention."""
    return [f"{m.name}={'|'.join('/'.join(r.path) for r in m.regions)}" for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # full and short names
        ("江口县中医院跟哪个卫生院结对", ["江口县=贵州省/铜仁市/江口县"]),
        ("江口得了高血压又走不动路的老人", ["江口=贵州省/铜仁市/江口县"]),
        ("荣成的“智慧康养服务圈”", ["荣成=山东省/威海市/荣成市"]),
        ("老家荣成养老", ["荣成=山东省/威海市/荣成市"]),
        ("荣成人能领吗", ["荣成=山东省/威海市/荣成市"]),
        ("荣成为老人做什么", ["荣成=山东省/威海市/荣成市"]),
        ("文登于家口那个医养中心", ["文登=山东省/威海市/文登区"]),
        ("在建德、在于都养老", ["建德=浙江省/杭州市/建德市", "于都=江西省/赣州市/于都县"]),
        ("威海新建小区要配多少养老用房", ["威海=山东省/威海市"]),
        ("重庆大学生护理员补贴", ["重庆=重庆市"]),
        ("上海市民政局", ["上海市=上海市"]),
        ("经过上海港区", ["上海=上海市"]),
        ("玉屏县和恩施州", ["玉屏县=贵州省/铜仁市/玉屏侗族自治县", "恩施州=湖北省/恩施土家族苗族自治州"]),
        # chains
        ("贵州江口的护理补贴", ["贵州江口=贵州省/铜仁市/江口县"]),
        ("贵州省铜仁市江口县", ["贵州省铜仁市江口县=贵州省/铜仁市/江口县"]),
        ("贵州的江口县", ["贵州的江口县=贵州省/铜仁市/江口县"]),
        ("重庆永川区", ["重庆永川区=重庆市/永川区"]),
        ("湖北省仙桃市", ["湖北省仙桃市=湖北省/仙桃市"]),
        ("我在湖北恩施", ["湖北恩施=湖北省/恩施土家族苗族自治州"]),
        ("山东威海和江苏镇江", ["山东威海=山东省/威海市", "江苏镇江=江苏省/镇江市"]),
        ("指从江苏省扬州市附近", ["江苏省扬州市=江苏省/扬州市"]),
        ("青岛市南区", ["青岛市南区=山东省/青岛市/市南区"]),
        ("青岛市市南区", ["青岛市市南区=山东省/青岛市/市南区"]),
        # homonyms
        ("朝阳区的养老", ["朝阳区=北京市/朝阳区|吉林省/长春市/朝阳区"]),
        ("长春市朝阳区", ["长春市朝阳区=吉林省/长春市/朝阳区"]),
        ("北京朝阳养老院", ["北京朝阳=北京市/朝阳区"]),
        ("长春的养老补贴，朝阳区有吗", ["长春=吉林省/长春市", "朝阳区=吉林省/长春市/朝阳区"]),
        ("北京的补贴，通州有吗", ["北京=北京市", "通州=北京市/通州区"]),
        ("通州有吗", []),
        ("海南的政策", ["海南=海南省"]),
        ("大同养老", ["大同=山西省/大同市"]),
        ("我在朝阳养老", ["朝阳=辽宁省/朝阳市|北京市/朝阳区|吉林省/长春市/朝阳区"]),
        ("乌海市海南区", ["乌海市海南区=内蒙古自治区/乌海市/海南区"]),
        ("吉林市民政局", ["吉林市=吉林省/吉林市"]),
        ("吉林市场监管局", ["吉林=吉林省"]),
        ("通化县级中医医院补多少", ["通化=吉林省/通化市"]),
        ("通化县中医医院补多少", ["通化县=吉林省/通化市/通化县"]),
        ("江口县级财政", ["江口县=贵州省/铜仁市/江口县"]),
        # a region right before that does not contain it
        ("重庆江口", ["重庆=重庆市"]),
        ("重庆江北区", ["重庆=重庆市"]),
        # written otherwise
        ("鎮江、重慶、鄭州、廣州、貴州、臺灣", [*map("=".join, zip(
            ["镇江", "重庆", "郑州", "广州", "贵州", "台湾"],
            ["江苏省/镇江市", "重庆市", "河南省/郑州市", "广东省/广州市", "贵州省", "台湾省"],
            strict=True,
        ))]),
        ("weihai养老院水电fei", ["weihai=山东省/威海市"]),
        ("ＣＨＯＮＧＱＩＮＧ and Zhenjiang", ["chongqing=重庆市", "zhenjiang=江苏省/镇江市"]),
        ("suzhou", ["suzhou=江苏省/苏州市|安徽省/宿州市"]),
        ("渝、苏、黔三地", ["渝=重庆市", "苏=江苏省", "黔=贵州省"]),
        ("川渝合作", ["川=四川省", "渝=重庆市"]),
        ("渝卫函〔2023〕574号", ["渝=重庆市"]),
        ("全国层面怎么定，国家对失能老人", ["全国=全国", "国家=全国"]),
        ("《中华人民共和国老年人权益保障法》", ["中华人民共和国=全国"]),
    ],
)  # fmt: skip
def test_mentions(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # words and pieces of words
        "会同有关部门新建养老院，合作机构共享资源、平安通道",
        "老按错那个按钮，等不及审批，每4周至12周一次",
        "财政和民政部门，居民和家属，水平和能力",
        "医院和安宁疗护机构，运营机构和康养人才",
        "纳入医保定点范围，推进乡村创新乡镇振兴，平衡水平，推广安全",
        "资金安排、健康保险、公民权利、国家和政府的关系",
        "文体康乐、一视同仁、久治不愈、上高速、大田作物、公安机关",
        "小区的日照中心，采光日照",
        "示范县区，各市和县人民政府，苏北南部县区",
        "城区、郊区和矿区，老城区改造，本市南区有几家，市辖区",
        "城市中区，全市北部",
        # names of other things
        "江苏大学附属医院，中山大学，北京路，南京路，重庆路，长安医院",
        "双江街道中心卫生院，太平镇卫生院",
        "金沙江、祁连山、鄱阳湖、丹江口水库",
        "和平安康幸福",
        "新、改、扩建养老机构，津贴和补贴，云计算",
        "国家级示范，全国人大代表，国家卫生健康委",
        "开发区、高新区、经开区管委会",
        "粤ICP备2020号",
        "hello world, gradio, python",
    ],
)
def test_no_mentions(text: str) -> None:
    assert _found(text) == []


def test_every_region_is_found_by_its_path_and_by_nothing_less_certain() -> None:
    for region in REGIONS:
        (mention,) = mentions(f"请问{gazetteer().full_name(region)}的养老补贴是多少")
        assert mention.regions == (region,)
        assert mention.region == region


def test_every_full_name_that_is_no_plain_word_is_found_alone() -> None:
    for region in REGIONS:
        if region.name not in AMBIGUOUS:
            (mention,) = mentions(region.name)
            assert region in mention.regions


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6))
def test_a_list_of_full_names_is_read_as_it_was_written(regions: list[Region]) -> None:
    names = [fold(region.name) for region in regions if region.name not in AMBIGUOUS]
    assert [mention.name for mention in mentions("；".join(region.name for region in regions))] == names


_PIECES = st.sampled_from(
    [
        *(r.name for r in REGIONS),
        *(r.name[:2] for r in REGIONS),
        *"的和在与、，。省市县区渝苏川 weihai全国国家大学路",
    ]
)
_SALAD = st.one_of(st.text(), st.lists(_PIECES, max_size=12).map("".join))


@given(_SALAD)
def test_spans_lie_in_the_text_in_order_and_fold_to_the_name(text: str) -> None:
    found, end = mentions(text), 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert fold(mention.span.of(text)) == mention.name
        assert mention.regions
        end = mention.span.end


@given(_SALAD)
def test_the_way_of_writing_changes_nothing(text: str) -> None:
    assert mentions(fold(text)) == mentions(text)


def test_lone_surrogates_are_no_names() -> None:
    assert mentions("\ud800威海\udfff")[0].name == "威海"


def test_a_long_text_is_read_in_little_time() -> None:
    text = "各区县人民政府要会同有关部门，按照国家规定和重庆市、贵州省江口县的政策推进医养结合。" * 250
    mentions(text)
    begun = perf_counter()
    assert len(mentions(text)) == 750
    assert perf_counter() - begun < 0.5  # 10,000 characters take 5 ms on an idle machine


def test_every_name_begins_where_names_are_looked_for() -> None:
    assert [name for name in forms() if not heads().match(name)] == []
