"""What people call a document for short, held against its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.search.short_titles import called_for_short, short_names


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("邻里互助那份意见里民政部管什么", "关于加快发展邻里互助服务产业的指导意见"),
        ("在邻里互助产业指导意见里", "关于加快发展邻里互助服务产业的指导意见"),
        ("按社区食堂扶持措施能领什么", "支持社区食堂发展扶持若干措施"),
    ],
)
def test_a_title_in_few_words_is_known(question: str, title: str) -> None:
    assert max(called_for_short(*words, title) for words in short_names(question)) > 0


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("服务管理办法里怎么说", "社区食堂服务管理办法"),  # words of many titles
        ("互助邻里那份意见", "关于加快发展邻里互助服务产业的指导意见"),  # in another order
        ("邻里互助条例第三条", "关于加快发展邻里互助服务产业的指导意见"),  # another kind of document
        ("无偿献血者权益法", "献血法"),
    ],
)
def test_another_title_is_not(question: str, title: str) -> None:
    assert not any(called_for_short(*words, title) for words in short_names(question))


@given(st.text("社区食堂邻里互助训练", min_size=4, max_size=10).filter(lambda name: len(set(name)) > 3))
def test_a_document_is_always_called_by_its_whole_name(name: str) -> None:
    assert called_for_short(name, "办法", f"{name}办法") == len(name)
