"""What front matter, headings and back matter are made of, as patterns for folded text.

Terms are those of GB/T 9704—2012 and of 党政机关公文处理工作条例.
"""

from __future__ import annotations

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: （一）, 1. and （1） in one character, as Word and old web pages number.
CN_IN_BRACKETS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
STOPPED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
ORDINALS = "〇零一二三四五六七八九十百千"
DIGITS = "0123456789"
#: A Chinese ordinal is a run of these.
CN = f"[{ORDINALS}]"
#: The figure of 第…条, 第…款.
NTH = rf"(?:{CN}+|\d+)"
YEAR = r"(?:19|20)\d\d"
DAY = rf"(?:{YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{0,2}}\s*日|{YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}})"
CN_DAY = r"[一二][〇零o0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
#: Where a 题注 run together goes on to the next resolution: …通过|2018年…修正.
NEXT_RESOLUTION = rf"(?<=[过准布行正订])\s*(?=(?:根据)?{DAY})"
#: A body that issues or signs, by what its name ends with.
ORGAN = (
    r"[一-龥()]{0,24}(?:人民政府|办公厅|办公室|秘书处|委员会|管委会|人民法院|人民检察院|联合会|"
    r"总队|支队|大队|总局|局|厅|部|署|院|会|委|中心|残联|妇联|(?:老龄|医改|扶贫|爱卫|文明|编|委|政府|府)办)"
)
#: The same, alone on a line where nothing else can be meant: 宁夏回族自治区政府.
BODY = rf"(?:{ORGAN}|[一-龥]{{2,12}}政府)"
#: 发文字号, with its year in brackets.
REFERENCE = rf"[一-龥]{{1,12}}\({YEAR}\)\s*第?\d+\s*号"
#: 主送机关, to its colon.
ADDRESSED = (
    r"(?:[^。;:]{2,240}(?:政府|单位|部门|机构|办事处|局|厅|委|办|企业|代表|委员|公司|院|校|(?:事务|工作|组织|宣传)部)|"
    r"(?:[各你驻]|广大)[^。;:]{0,240}(?:职工|居民|市民|群众|个人|公署|行署|会|中心|街道|镇|乡|兵团|处|室|所|站))(?:\([^()]{2,30}\))?:"
)
#: Short words set apart as the headings of columns are: 项目    对象    标准.
APART = r"\S{1,10}(?:\s{2,}\S{1,10}){2,}"
#: Where a seal is put: (代章), (盖章).
SEAL = r"\([一-龥]{0,3}[章印]\)"
#: What pages print between signatories.
GAP = r"[\s?\u200b-\u200d\ufeff]"
#: 文种 of official documents (党政机关公文处理工作条例, 第八条) and of statutes and plans.
GENRE_NAMES = (
    "通知", "意见", "方案", "规划", "计划", "纲要", "办法", "细则", "规定", "规范", "规程", "规则", "条例", "决定", "决议",
    "修正案", "公告", "通告", "通报", "命令", "令", "批复", "函", "报告", "请示", "纪要", "议案", "公报", "措施", "指引", "指南",
    "若干政策", "标准", "目录", "清单", "分工表", "分解表", "一览表", "明细表", "评分表", "要点", "制度", "章程", "解读", "问答", "法",
)  # fmt: skip
GENRES = f"(?:{'|'.join(GENRE_NAMES)})"
#: What other texts are called: a menu may say so too, so that more must stand before it.
LOOSE_GENRE_NAMES = ("答复", "总结", "预案", "公示", "说明", "名单", "声明")
LOOSE_GENRES = f"(?:{'|'.join(LOOSE_GENRE_NAMES)})"
#: How a page says that a document stands.
VERDICT = r"(?:现行|继续|已|被|已被|全文)?(?:有效|失效|废止|无效|作废)"
#: What follows 第三条 where it points elsewhere instead of opening: 第三条规定的…, 第三条、第五条, 第三条修改为….
NO_REFERENCE = (
    rf"(?!\s?(?:(?:修改|修正|修订|调整|变更|更改)为|改为第|(?:作|做)(?:出|如下)|增加[一二两三四五六]+\s?[款项]|"
    rf"之?[后前间]面?(?:增加|新增|增设)|删[去除](?:第{CN}+[款项]|$|。))|(?:规定|所|第|、|至|到|和|及|或|与|的|中|款|项|之外|以外|以下|以上|"
    r",|\.|;|\)|》))"
)
#: 二、三级医院 counts, 1.5倍 measures; neither opens.
NO_COUNT = rf"(?!\s*{CN}+\s*(?:级|类|等|线|产|次|年|月|日|星|甲|、))"

#: 附件1, 附件1-2, 附录一, 附录A.
ANNEX_NUMBER = r"(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}|[a-z])"
ANNEX = rf"附\s*(?:件|录)\s*(?:{ANNEX_NUMBER})?"
#: What a title says of a text that is not in force yet, and may never be.
DRAFTS = r"征求意见|草案|送审稿|讨论稿"
