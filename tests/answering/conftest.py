"""A library of four small documents of three regions, indexed for real with the packaged encoder."""

from __future__ import annotations

import pytest

from readers import Indexed, Talk, talking
from yiyang_qa.assistant import Assistant
from yiyang_qa.embed import Encoder
from yiyang_qa.index import OpenIndex

DOCUMENTS = {
    "qingdao-plan": """青岛市民政局关于印发《青岛市养老服务发展规划(2022—2024年)》的通知
青民发〔2022〕8号
各区市人民政府：
《青岛市养老服务发展规划(2022—2024年)》已经市政府同意，现印发给你们，请认真贯彻执行。
青岛市民政局
2022年3月8日
青岛市养老服务发展规划(2022—2024年)
一、发展目标
2024年年底前，养老机构护理型床位占比达到60%。
表1:预期指标
指标
2022年目标
2023年目标
1
家庭养老床位数(张)
160
320
2
医养结合机构数(个)
49
59
二、重点任务
（一）建设补贴。对新增床位50张以上的养老机构，给予每张1万元的建设补贴。（责任单位：市民政局、市财政局）
（二）长期护理保险。参保人经评估达到重度失能的，每月最高支付1550元。（责任单位：市医保局）
三、工作步骤
（一）动员部署（2022年4月）。召开动员会议。
（二）组织实施（2022年5—8月）。开展创建工作。
（三）检查验收（2022年9月）。提交工作报告。
""",
    "jiangkou-plan": """江口县人民政府办公室关于印发江口县医养结合工作方案的通知
各乡镇人民政府：
一、工作任务
1.支持养老机构设立医务室。经卫生健康部门审核合格后发放执业许可证。（责任单位：县卫生健康局、县民政局）
2.推进家庭医生签约服务。老年人签约实现应签尽签。（责任单位：县卫生健康局、各乡镇<街道>）
3.落实长期护理保险政策。做好参保登记。（责任单位：县医保局）
4.建立医疗救助制度。对困难老年人给予救助。（责任单位：县医保局、县民政局）
江口县人民政府办公室
2023年6月1日
""",
    "jiangsu-rules": """江苏省养老服务条例
2022年5月31日 江苏省第十三届人民代表大会常务委员会第三十次会议通过
第一条 为了规范养老服务，根据有关法律，制定本条例。
第二条 养老机构护理人员应当定期参加职业技能培训。
第三条 本条例自2022年10月1日起施行。
""",
    "zhenjiang-reply": """镇江市卫生健康委员会关于第12号建议办理情况的答复函
镇卫函〔2023〕12号
张某某代表：
一、工作情况
近年来，我市推进安宁疗护试点，建成安宁疗护中心3家。
镇江市卫生健康委员会
2023年10月18日
""",
}


@pytest.fixture(scope="session")
def index(indexed: Indexed) -> OpenIndex:
    return indexed(DOCUMENTS)


@pytest.fixture(scope="session")
def assistant(index: OpenIndex, encoder: Encoder) -> Assistant:
    return Assistant(index, encoder)


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Talk:
    return talking(assistant)
