import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.errors import EncoderError

SENTENCES = [
    "鼓励养老机构内设医疗机构，实行备案管理。",
    "到2025年，每个县至少建成一所医养结合机构。",
    "对新增的护理型床位，每张给予一次性建设补助。",
    "责任单位：市卫生健康委、市民政局、市财政局。",
    "二级以上综合医院设置老年医学科的比例达到百分之六十。",
    "推进长期护理保险制度试点，减轻失能人员家庭负担。",
    "养老机构与周边医疗卫生机构签订合作协议。",
    "支持社会力量举办康复医院、护理院和安宁疗护中心。",
    "为65周岁以上老年人每年提供一次免费健康体检。",
    "家庭医生团队为居家老年人提供上门巡诊服务。",
    "加强医养结合机构消防安全管理，落实主体责任。",
    "引导中医药资源向养老领域延伸，推广适宜技术。",
    "本办法自印发之日起施行，有效期五年。",
    "各区县人民政府要把医养结合工作纳入重要议事日程。",
    "医疗保障部门按规定把符合条件的机构纳入定点。",
    "建立健全老年健康信息平台，实现数据互联互通。",
    "培养培训老年护理、康复和社会工作专业人才。",
    "养老院里能不能看病拿药？",
    "失能老人申请上门护理需要什么条件？",
    "农村敬老院和卫生院怎么合作？",
]

pytestmark = pytest.mark.torch


def test_eight_bits_say_what_thirty_two_say(packaged: Encoder, full_precision: Encoder) -> None:
    passages = packaged.encode_passages(SENTENCES) * full_precision.encode_passages(SENTENCES)
    queries = packaged.encode_queries(SENTENCES) * full_precision.encode_queries(SENTENCES)
    assert passages.sum(axis=1).min() >= 0.995
    assert queries.sum(axis=1).min() >= 0.995


def test_prompts_of_the_settings_replace_those_of_the_model(exported: Path, full_precision: Encoder) -> None:
    changed = load_encoder(Settings(encoder=str(exported), passage_prompt="query: "))
    assert np.allclose(
        changed.encode_passages(SENTENCES), full_precision.encode_queries(SENTENCES), atol=1e-5
    )
    assert changed.digest != full_precision.digest
    assert load_encoder(Settings(encoder=str(exported))).digest == full_precision.digest


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(EncoderError, match=r"\./nowhere 不存在"):
        load_encoder(Settings(encoder="./nowhere"))


def test_a_directory_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="无法载入编码器"):
        load_encoder(Settings(encoder=str(tmp_path)))


def test_without_the_library_the_message_has_the_command() -> None:
    code = """
import sys
sys.modules["sentence_transformers"] = None  # how Python spells "not installed"
from yiyang_qa.config import Settings
from yiyang_qa.embed import load_encoder
from yiyang_qa.errors import EncoderError
try:
    load_encoder(Settings(encoder="some/model"))
except EncoderError as error:
    print(error.message)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 'pip install torch==2.13.0 "sentence-transformers>=6"' in done.stdout
