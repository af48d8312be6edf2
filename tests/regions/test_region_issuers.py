"""发文机关: where an issuing body has authority."""

from __future__ import annotations

import pytest

from yiyang_qa.regions import region_of_issuer


@pytest.mark.parametrize(
    ("names", "path"),
    [
        (["重庆市卫生健康委员会"], "重庆市"),
        (["江口县人民政府"], "贵州省/铜仁市/江口县"),
        (["中共江口县委办公室"], "贵州省/铜仁市/江口县"),
        (["山东省人民代表大会常务委员会"], "山东省"),
        (["国家税务总局辽宁省税务局"], "辽宁省"),
        (["中国银保监会重庆监管局"], "重庆市"),
        (["上海市浦东新区人民政府"], "上海市/浦东新区"),
        (["北京市朝阳区民政局"], "北京市/朝阳区"),
        (["朝阳区民政局", "长春市民政局"], "吉林省/长春市/朝阳区"),
        (["市卫生健康委", "镇江市民政局"], "江苏省/镇江市"),
        (["国务院办公厅"], "全国"),
        (["国家卫生健康委员会", "民政部"], "全国"),
        (["人力资源社会保障部"], "全国"),
        (["中华人民共和国民政部"], "全国"),
        (["全国人民代表大会常务委员会"], "全国"),
        (["朝阳区民政局"], None),
        (["市卫生健康委", "市委宣传部"], None),
        ([], None),
    ],
)
def test_region_of_issuer(names: list[str], path: str | None) -> None:
    region = region_of_issuer(names)
    assert (region and "/".join(region.path)) == path
