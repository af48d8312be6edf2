"""How far the inputs of each linear layer reach: what the 8-bit graph evens out before it rounds them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.network import PASSAGE, QUERY, Network

Peaks = Mapping[str, NDArray[np.float32]]

#: The channels that stand out are the same in any text, so that a few of each kind suffice.
TEXTS = (
    "全国 第二章 扶持保障 第十二条 县级以上人民政府应当将养老服务经费列入本级财政预算。",
    "某市 三、重点任务 （二）发展上门服务 到2025年，养老机构护理型床位占比不低于60%。",
    "（责任单位：市卫生健康委、市民政局、市财政局，各区县人民政府）",
    "每人每月发放补贴1,200元；连续缴费满15年的，按3.5%计发，最高不超过20万元。",
    "违反本条例第二十一条规定的，责令限期改正，处五千元以上三万元以下的罚款。",
    "本办法自2024年1月1日起施行，有效期五年。《暂行规定》（〔2018〕12号）同时废止。",
    "支持“互联网+护理”、AI和5G应用，推广App预约，鼓励医疗机构与企业合作。",
    "第一章 总则 第一条 为了规范工作，根据《中华人民共和国老年人权益保障法》，制定本条例。",
    "当事人一方不履行合同义务的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。",
    "企业招用登记失业半年以上人员，签订1年以上劳动合同的，给予一次性补贴。",
    "我妈七十多了住养老院，看病能报销多少？",
    "失能老人申请上门护理需要什么条件",
    "护理 补贴 标准",
    "请问贵市对民办机构的建设补助是怎么规定的？",
    "老板欠我三个月工资不给，我该找谁？",
    "殘疾人坐公交要不要錢",
)


def peaks(directory: Path) -> Peaks:
    """The largest absolute value of each input channel, by the linear layer's Hugging Face name."""
    network = Network(directory)
    found: dict[str, torch.Tensor] = {}
    for name, module in network.bert.named_modules():
        if name.startswith("encoder.") and isinstance(module, torch.nn.Linear):
            module.register_forward_pre_hook(partial(_note, found, name))
    for prompt in (QUERY, PASSAGE):
        for text in TEXTS:  # one by one: padding is no input
            network.encode([text], prompt)
    return {name: values.float().cpu().numpy() for name, values in found.items()}


def _note(found: dict[str, torch.Tensor], name: str, _module: Any, inputs: tuple[torch.Tensor, ...]) -> None:
    here = inputs[0].detach().abs().flatten(0, -2).amax(0)
    found[name] = torch.maximum(found[name], here) if name in found else here
