"""Words typed wrongly are put right; what is only unusual stays."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.regions import gazetteer, mentions
from yiyang_qa.thesaurus import corrected, corrections
from yiyang_qa.thesaurus.sounds import readings, syllables
from yiyang_qa.thesaurus.vocabulary import concepts, meanings

typed = st.lists(
    st.sampled_from(sorted(meanings()))
    | st.text("abeginostuyz的了体检补帖 '", max_size=6)
    | st.text(max_size=3),
    max_size=5,
).map("".join)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("水电fei怎么收", "水电费怎么收"),
        ("高duan医养", "高端医养"),
        ("护li型床位占几成", "护理型床位占几成"),
        ("yi养结合", "医养结合"),
        ("养老院 butie duoshao", "养老院 补贴 多少"),
        ("yanglaoyuan 收费", "养老院 收费"),
        ("chx报多少", "长护险报多少"),
        ("YYJH机构几家", "医养结合机构几家"),
        ("体俭免费吗", "体检免费吗"),
        ("补帖给多少", "补贴给多少"),
        ("还能照常报消不？", "还能照常报销不？"),
        ("慈擅会管不管", "慈善会管不管"),
        ("长户险给报吗", "长护险给报吗"),
        ("养捞院补贴", "养老院补贴"),  # l and l: the same sound
        ("失能评谷", "失能评估"),
        ("日肩照料在哪", "日间照料在哪"),
        ("养老机沟", "养老机构"),  # looks alike
        ("老年仁健康", "老年人健康"),  # nearly the same sound
        ("cqhlbx 报多少", "长期护理保险 报多少"),
        ("jtbc怎么收费", "家庭病床怎么收费"),
        ("changhuxian报多少", "长护险报多少"),
    ],
)
def test_what_was_meant(wrong: str, right: str) -> None:
    assert corrected(wrong) == right


@pytest.mark.parametrize(
    "question",
    [
        "俺爹瘫炕上了，公家给钱不？",
        "我阿公想住养老院，仲可唔可以叫社区上门？",
        "报税时能一把抵吗",
        "威海经区那个呢",
        "App 打不开，CT、MRI、DRG 能报吗",
        "weihai 有几家",
        "yiyang_qa v2",
        "2010年建的楼能装电梯吗",
        "xian 里谁管",
        "",
    ],
)
def test_what_is_right_stays(question: str) -> None:
    assert corrected(question) == question


def test_no_place_is_corrected() -> None:
    questions = [f"{name}有补贴吗" for name in gazetteer().names() if len(name) > 1]
    assert [
        question for question in questions if mentions(question) and corrected(question) != question
    ] == []


@given(typed)
def test_corrections_are_in_order_inside_the_question_and_change_it(question: str) -> None:
    made = corrections(question)
    assert all(0 <= c.span.start < c.span.end <= len(question) for c in made)
    assert all(a.span.end <= b.span.start for a, b in pairwise(made))
    assert all(c.span.of(question) != c.meant for c in made)


def test_most_official_words_survive_a_character_of_the_same_sound() -> None:
    words = {word for concept in concepts() for word in concept.official if 3 <= len(word) <= 6}
    slips = {word: slip for word in sorted(words) if (slip := with_homophone(word))}
    mended = [word for word, slip in slips.items() if corrected(slip) == word]
    assert len(slips) > 200
    assert len(mended) > 0.95 * len(slips)


def with_homophone(word: str) -> str | None:
    """``word`` with its middle character replaced by a rare one of the same sound, of level 2 of GB 2312."""
    level_2 = (bytes((row, cell)).decode("gb2312") for row in range(0xD8, 0xF8) for cell in range(0xA1, 0xFF))
    middle = len(word) // 2
    slip = next((c for c in level_2 if readings(c) & readings(word[middle])), None)
    return word[:middle] + slip + word[middle + 1 :] if slip else None


@given(st.lists(st.sampled_from(["xi", "an", "xian", "zhuang", "e", "nv"]), max_size=5))
def test_letters_are_cut_in_several_ways_and_never_lost(sounds: list[str]) -> None:
    ways = syllables("".join(sounds))
    assert len(ways[0]) <= len(sounds)
    assert len(ways) >= 8 or tuple(sounds) in ways
    assert len(ways) == len(set(ways))
    assert {"".join(way) for way in ways} == {"".join(sounds)}


def test_what_is_no_pinyin_is_cut_in_no_way() -> None:
    assert syllables("drg") == []


def test_nonsense_takes_no_time() -> None:
    began = perf_counter()
    corrected("enanananganangenangeneng " * 20)
    assert perf_counter() - began < 1


@pytest.mark.parametrize(
    "question", ["青民发〔2022〕8号讲了什么", "威民发(2022)3号", "《民发办法》写了什么", "“补帖”两个字在哪"]
)
def test_names_numbers_and_quotations_stand(question: str) -> None:
    assert corrected(question) == question
