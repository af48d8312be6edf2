"""A text attached to a notice, with articles of its own, is asked of by its own name."""

from __future__ import annotations

import pytest

from readers import Indexed, Reading, Talk, talking

DOCUMENTS = {
    "ganzhou": """甘州区民政局关于规范高龄津贴和家庭床位管理的通知
甘区民发〔2024〕9号
各乡镇人民政府：
为规范管理，我局制定了两个办法，现印发给你们，请遵照执行。
附件：1.甘州区高龄津贴发放办法
2.甘州区家庭养老床位管理办法
甘州区民政局
2024年5月6日
附件1
甘州区高龄津贴发放办法
第一条 为了保障高龄老年人的基本生活，制定本办法。
第二条 具有本区户籍、年满80周岁的老年人可以享受高龄津贴。
第三条 80至89周岁的每人每月50元，90至99周岁的每人每月100元。
附件2
甘州区家庭养老床位管理办法
第一条 为了规范家庭养老床位的管理，制定本办法。
第二条 家庭养老床位由街道登记。
第三条 每张床位每月给予运营补贴200元。
""",
    "suzhou": """肃州区民政局关于印发两项制度的通知
肃区民发〔2023〕2号
各乡镇人民政府：
现将《肃州区养老机构评估办法》《肃州区养老护理员奖励办法》印发给你们，请遵照执行。
肃州区民政局
2023年4月3日
肃州区养老机构评估办法
第一章 总则
第一条 为了规范评估，制定本办法。
第二条 评估每年组织一次。
第二章 结果
第三条 评估结果分为五级。
第四条 评估结果向社会公布。
肃州区养老护理员奖励办法
第一章 总则
第一条 为了稳定队伍，制定本办法。
第二章 奖励
第二条 护理员连续工作满三年的，可以向街道申请奖励，提交劳动合同。
第三条 奖励标准为每人三千元。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("高龄津贴发放办法第三条", "附件1 甘州区高龄津贴发放办法"),
        ("《甘州区家庭养老床位管理办法》第三条是什么", "附件2 甘州区家庭养老床位管理办法"),
        ("家庭养老床位管理办法第三条规定了什么", "附件2 甘州区家庭养老床位管理办法"),
        ("肃州区养老机构评估办法第三条", "肃州区养老机构评估办法"),
        ("护理员奖励办法第三条讲了什么", "肃州区养老护理员奖励办法"),
    ],
)
def test_the_article_of_that_text_alone_answers(talk: Talk, question: str, cited: str) -> None:
    assert [(item.clause.path[0], item.clause.label) for item in talk(question).evidence] == [
        (cited, "第三条")
    ]


def test_the_chapter_of_that_text_is_told(talk: Talk) -> None:
    answer = talk("养老护理员奖励办法第二章讲什么")
    assert [(e.clause.path[0], e.clause.label) for e in answer.evidence] == [
        ("肃州区养老护理员奖励办法", "第二条"),
        ("肃州区养老护理员奖励办法", "第三条"),
    ]


def test_an_article_that_the_text_has_not_is_not_taken_from_another(talk: Talk) -> None:
    answer = talk("养老护理员奖励办法第四条")
    assert answer.evidence == ()
    assert "没有写明“第四条”" in answer.text


def test_a_matter_is_still_found_in_that_text(talk: Talk) -> None:
    answer = talk("养老护理员奖励办法对申请有什么规定")
    assert answer.evidence[0].clause.path == ("肃州区养老护理员奖励办法", "第二章 奖励", "第二条")


def test_what_the_title_of_the_notice_names_is_the_document_itself(indexed: Indexed) -> None:
    alone = "甘州区民政局关于印发《甘州区高龄津贴发放办法》的通知\n各乡镇：\n甘州区民政局\n2024年5月6日\n"
    text = DOCUMENTS["ganzhou"]
    one = text[text.index("甘州区高龄津贴发放办法\n第一条") : text.index("附件2\n")]
    catalogue = indexed({**DOCUMENTS, "one": alone + one}).documents.catalogue
    assert {document.id: document.attached for document in catalogue} == {
        "ganzhou": ("甘州区高龄津贴发放办法", "甘州区家庭养老床位管理办法"),
        "one": (),
        "suzhou": ("肃州区养老机构评估办法", "肃州区养老护理员奖励办法"),
    }
