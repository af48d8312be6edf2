"""A benefit compared by its name: each row is of that one, with what its clause says behind its name."""

from __future__ import annotations

from readers import Reading, talking

DOCUMENTS = {
    "quanzhou": """泉州市人才安居办法
泉州市人民政府办公室
第三条 购房补贴。首次购买商品住房的，全日制本科毕业生给予5万元。
第四条 租房补贴。未享受购房补贴、无自有住房的，博士每月1500元、本科每月600元，最长36个月。
""",
    "zhangzhou": """漳州市人才租房补贴办法
漳州市人民政府办公室
第三条 租房补贴标准为：本科每年4000元，博士每年1.2万元，最长补贴3年。
""",
}


def test_another_benefit_is_not_told_beside_it(reading: Reading) -> None:
    answer = talking(reading(DOCUMENTS))("泉州和漳州本科毕业生租房补贴比一比")
    assert answer.comparison
    said = {row.region: row.summary for row in answer.comparison.rows}
    assert "本科每月600元" in said["泉州市"]
    assert "5万元" not in said["泉州市"]
    assert "本科每年4000元" in said["漳州市"]
