"""Five short documents of four cities and a county in three provinces, indexed for real, to hold conversations over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import load_encoder
from yiyang_qa.types import Answer, Question, Speaker, Turn

DOCUMENTS = {
    "yantai-2022": """烟台市民政局关于印发《烟台市养老服务补贴实施办法》的通知
烟民发〔2022〕15号
各区市民政局：
现将《烟台市养老服务补贴实施办法》印发给你们，请遵照执行。
烟台市民政局
2022年6月20日
烟台市养老服务补贴实施办法
第一章 总则
第一条 为了规范养老服务补贴，制定本办法。
第二章 建设补贴
第二条 对利用自有产权房屋新建的养老机构，给予每张床位1.2万元的建设补贴。
第三条 对租赁房屋且租期5年以上的养老机构，给予每张床位6000元的建设补贴。
第四条 养老机构应当每年公布收费标准。
第三章 运营补贴
第五条 对收住失能老年人的养老机构，按照每人每月300元的标准给予运营补贴。（责任单位：市民政局、市财政局）
第四章 附则
第六条 本办法自2022年8月1日起施行，有效期5年。
附件1
家庭养老床位服务清单
第一条 家庭养老床位每月上门服务不少于4次。
附件2
养老机构等级评定细则
第二条 评定为五星级的养老机构，一次性奖励30万元。
第三条 评定为四星级的养老机构，一次性奖励20万元。
""",
    "weifang-2023": """潍坊市卫生健康委员会关于印发潍坊市医养结合促进方案的通知
潍卫发〔2023〕7号
各县市区卫生健康局：
一、重点任务
（一）建设补贴。对新增护理床位30张以上的养老机构，给予每张床位8000元的建设补贴。（责任单位：市财政局、市民政局）
（二）安宁疗护。每个县市区至少建成1家安宁疗护中心。（责任单位：市卫生健康委）
（三）家庭病床。支持基层医疗机构开展家庭病床服务，建床费每床每次50元。（责任单位：市医保局）
二、组织实施
各县市区于2024年3月底前制定实施细则。
潍坊市卫生健康委员会
2023年9月5日
""",
    "quzhou-2021": """衢州市人民政府办公室关于推进医养结合工作的实施意见
衢政办发〔2021〕22号
各县（市、区）人民政府：
一、工作任务
（一）建设补贴。对租赁房产租期3年以上的养老机构，给予每张床位5000元的建设补贴；对自有房产的养老机构，给予每张床位1万元的建设补贴。（责任单位：市民政局）
（二）长期护理保险。重度失能人员入住定点机构的，每日支付60元。（责任单位：市医保局）
（三）安宁疗护。全市建成安宁疗护病床100张。（责任单位：市卫生健康委）
衢州市人民政府办公室
2021年11月30日
""",
    "jinhua-2022": """金华市民政局关于养老服务体系建设的通知
金民〔2022〕31号
各县（市、区）民政局：
一、建设补贴。对新增床位50张以上的养老机构，给予每张床位7000元的建设补贴。（责任单位：市民政局、市财政局）
二、助餐服务。老年食堂按照每人次2元给予补贴。（责任单位：各县市区人民政府）
三、人员培训。养老护理员年培训不少于20学时。（责任单位：市人力社保局）
金华市民政局
2022年4月12日
""",
    "xiuwen-2023": """修文县卫生健康局关于印发修文县老年健康服务工作方案的通知
各乡镇卫生院：
一、主要任务
1.家庭医生签约。为65周岁以上老年人每年免费体检一次。（责任单位：县卫生健康局）
2.长期护理保险。做好参保登记和失能等级评估。（责任单位：县医保局）
3.安宁疗护。县人民医院设置安宁疗护床位10张。（责任单位：县卫生健康局）
修文县卫生健康局
2023年5月18日
""",
}


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    corpus: Path = tmp_path_factory.mktemp("library")
    for name, text in DOCUMENTS.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    encoder = load_encoder(Settings())
    build(corpus, corpus / "index", encoder)
    return Assistant(open_index(corpus / "index", encoder, corpus), encoder)


Talk = Callable[..., Answer]


@pytest.fixture(scope="session")
def talk(library: Assistant) -> Talk:
    """The answer to the last of the turns, each of them asked in order."""

    def talking(*turns: str) -> Answer:
        history: list[Turn] = []
        for turn in turns:
            answer = library.ask(Question(turn, tuple(history)))
            history += [Turn(Speaker.USER, turn), Turn(Speaker.ASSISTANT, answer.text)]
        return answer

    return talking
