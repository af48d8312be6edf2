"""Pages of government sites: furniture off, the publication table read, nothing of a script in the text."""

from __future__ import annotations

from pathlib import Path

import made_files as made
import pytest

from yiyang_qa import formats
from yiyang_qa.corpus import read_file
from yiyang_qa.reading import read_document

TABLE = """<div class="xxgk-table"><table><tbody>
<tr><td><b>索 引 号：</b></td><td>37000000/2023-00186</td><td><b>主题分类：</b></td><td>卫生、体育/医养健康</td></tr>
<tr><td><b>发文机关：</b></td><td>清河市卫生健康委员会</td><td><b>成文日期：</b></td><td>2023年10月18日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">关于印发《清河市推进医疗卫生与养老服务相结合实施方案》的通知</td></tr>
<tr><td><b>发文字号：</b></td><td>清卫发〔2023〕18号</td><td><b>发布日期：</b></td><td>2023年10月20日</td></tr>
<tr><td><b>有 效 性：</b></td><td>有效</td><td></td><td></td></tr></tbody></table></div>"""
LIST = """<ul class="info-list"><li><span>索引号：</span>37000000/2023-00186</li><li><label>文　　号：</label>
<em>清卫发〔2023〕18号</em></li><li>成文日期：2023-10-18</li><li>发布机构：清河市卫生健康委员会</li></ul>"""
INNER = "<dl><dt>索引号</dt><dd>37000000/2023-00186</dd><dt>成文日期</dt><dd>2023年10月18日</dd></dl>"


def text_of(page: str) -> list[str]:
    return formats.read("page.html", page.encode()).text.splitlines()


def test_only_the_document_and_what_the_site_says_of_it_remain() -> None:
    lines = formats.read("page.html", made.web_page(made.POLICY, fields=TABLE)).text.splitlines()
    assert lines[:9] == [
        "索引号：37000000/2023-00186",
        "发文机关：清河市卫生健康委员会",
        "发文字号：清卫发〔2023〕18号",
        "主题分类：卫生、体育/医养健康",
        "成文日期：2023年10月18日",
        "发布日期：2023年10月20日",
        "发布时间：2023-10-20 16:05",
        "有效性：有效",
        "来源：医养健康科",
    ]
    assert lines[9:] == made.POLICY.splitlines()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            LIST,
            [
                "索引号：37000000/2023-00186",
                "发布机构：清河市卫生健康委员会",
                "文号：清卫发〔2023〕18号",
                "成文日期：2023-10-18",
            ],
        ),
        (INNER, ["索引号：37000000/2023-00186", "成文日期：2023年10月18日"]),
    ],
    ids=["list", "definitions"],
)
def test_publication_tables_of_other_shapes(fields: str, said: list[str]) -> None:
    lines = formats.read("page.html", made.web_page(made.POLICY, fields=fields)).text.splitlines()
    assert lines[: len(said)] == said


_SAID = {
    "索引号": "3700-0186",
    "文　号": "清卫发〔2023〕18号",
    "失效日期": "",
    "发布日期": "2023-10-21",
    "有效状态": "失效",
}


@pytest.mark.parametrize("inside", [False, True], ids=["above the text", "in its container"])
@pytest.mark.parametrize(
    "shape",
    [
        "<span>{0}</span><span>{1}</span>",
        "<b>{0}</b><span>{1}</span>",
        "<li><em>{0}</em>{1}</li>",
        "<div><div>{0}</div><div>{1}</div></div>",
        "<dt>{0}</dt><dd>{1}</dd>",
        "<span>{0}：</span><span>{1}</span>",
    ],
)
def test_labels_that_nothing_but_their_look_sets_apart(shape: str, inside: bool, tmp_path: Path) -> None:
    fields = f"<div>{''.join(shape.format(*pair) for pair in _SAID.items())}</div>"
    page = made.web_page(made.POLICY, fields="" if inside else fields).decode()
    path = tmp_path / "page.html"
    path.write_text(
        page.replace('<p style="', f'{fields}<p style="', 1) if inside else page, encoding="utf-8"
    )
    document = read_document(read_file(path))
    lines = document.text.splitlines()
    assert lines[:3] == ["索引号：3700-0186", "文号：清卫发〔2023〕18号", "发布日期：2023-10-21"]
    assert "有效状态：失效" in lines
    assert (document.published_on, document.valid_until) == ("2023-10-21", "2026-10-31")
    assert document.stated_force
    assert not document.stated_force.in_force


def test_a_word_in_bold_is_no_label_in_a_sentence() -> None:
    said = "本办法的<b>实施日期</b>由市政府另行通知。"
    page = (
        made.web_page(made.POLICY)
        .decode()
        .replace("<p style", f"<p>{said}</p><p><b>来源</b>依法确定。</p><p style", 1)
    )
    assert {"本办法的实施日期由市政府另行通知。", "来源依法确定。"} <= set(text_of(page))


def test_meta_tags_say_what_the_page_does_not_show() -> None:
    head = (
        '<meta name="ArticleTitle" content="清河市老年人助餐服务办法"><meta name="PubDate" content="2023-10-20">'
        '<meta name="ContentSource" content="清河市民政局"><meta name="SiteName" content="清河市人民政府">'
    )
    page = f"<html><head>{head}</head><body><p>第一条 为了方便老年人就餐，制定本办法。</p></body></html>"
    assert text_of(page)[:4] == [
        "发布日期：2023-10-20", "来源：清河市民政局", "来源网站：清河市人民政府", "清河市老年人助餐服务办法",
    ]  # fmt: skip


def test_the_document_knows_what_the_table_says(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(made.web_page(made.POLICY, fields=TABLE))
    document = read_document(read_file(path))
    assert document.title == made.POLICY.splitlines()[0]
    assert document.doc_number == "清卫发〔2023〕18号"
    assert (document.issued_on, document.published_on) == ("2023-10-18", "2023-10-20")
    assert (document.effective_on, document.valid_until) == ("2023-11-01", "2026-10-31")
    assert document.issuers == ("清河市卫生健康委员会",)
    assert all(clause.span.of(document.text) for clause in document.clauses)


def test_a_page_in_gbk_reads_the_same() -> None:
    page = made.web_page(made.POLICY, fields=TABLE)
    gbk = page.decode().replace("charset=utf-8", "charset=gb2312").encode("gb18030")
    assert formats.read("p.htm", gbk) == formats.read("p.html", page)


def test_the_title_stands_above_a_text_without_one() -> None:
    without = made.web_page(made.POLICY).decode()
    title = made.POLICY.splitlines()[0]
    assert text_of(without).count(title) == 1


@pytest.mark.parametrize(
    ("around", "menus"),
    [
        ('<div id="c1"><div id="c2">{}</div></div>', 1),
        ('<div class="print-area">{}</div>', 1),  # named like a button, holds the text
        ('<div id="zoom">{}</div>', 1),
        ("<table><tr><td><a href='/'>首页</a></td><td>{}</td></tr></table>", 0),
        ("{}", 0),
    ],
    ids=["nameless", "print", "zoom", "layout table", "nothing"],
)
def test_containers_of_other_sites(around: str, menus: int) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in made.POLICY.splitlines())
    menu = "<ul><li><a href='/a'>机构，概况</a></li><li><a href='/b'>政务公开</a></li></ul>" * menus
    page = f"<html><body>{menu}{around.format(paragraphs)}{menu}</body></html>"
    assert text_of(page) == made.POLICY.splitlines()


_ROWS = (
    "<tr><td>您的位置：首页 &gt; 政策文件</td></tr><tr><td><b>清河市人民政府关于发展养老服务的意见</b></td></tr>"
    "<tr><td>清政发〔2022〕15号　发布时间：2022-08-09　浏览次数：12</td></tr>"
    "<tr><td><p>各区人民政府：</p><p>现提出如下意见。</p><p>一、目标</p><p>到2025年，床位达到5万张。</p></td></tr>"
    "<tr><td>上一篇：关于医疗救助的通知</td></tr>"
)


@pytest.mark.parametrize("window", ["首页", "清河市人民政府关于发展养老服务的意见-清河市"])
def test_a_page_laid_out_as_a_table_has_its_title_and_number_in_rows_of_their_own(window: str) -> None:
    page = f"<html><head><title>{window}</title></head><body><table>{_ROWS}</table></body></html>"
    assert text_of(page)[:4] == [
        "发布时间：2022-08-09", "清河市人民政府关于发展养老服务的意见", "清政发〔2022〕15号", "各区人民政府：",
    ]  # fmt: skip


def test_the_name_of_the_window_is_no_second_title() -> None:
    body = "<h2>关于印发清河市助餐办法的通知</h2><p>清民发〔2023〕2号</p><p>各区民政局：</p><p>请遵照执行，并报送情况。</p>"
    page = f"<html><head><title>清河市助餐办法-政策-清河市</title></head><body><div id='zoom'>{body}</div></body></html>"
    assert text_of(page)[:2] == ["关于印发清河市助餐办法的通知", "清民发〔2023〕2号"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>第一条　为了\n  规范管理，制定本办法。</p>", ["第一条　为了规范管理，制定本办法。"]),
        ("<p>一、总体<br>要求；</p>", ["一、总体", "要求；"]),
        ("<ol><li>建立机制。</li><li>加强宣传。</li></ol>", ["1. 建立机制。", "2. 加强宣传。"]),
        ("<p>前文，</p><div style='display: none'>藏起的字，</div>后文。", ["前文，", "后文。"]),
        ("<script>一、假的，</script><noscript>请，</noscript><p>真的，</p>", ["真的，"]),
        (
            "<p>一、正文\x0b，</p><script>x</script>尾\x01注，<p>还有&#11;后文，</p>",
            ["一、正文 ，", "尾 注，", "还有 后文，"],
        ),
        ("<pre>第一条，\n第二条，</pre>", ["第一条，", "第二条，"]),
        ("<table><tr><td>唯一一列，</td></tr></table>", ["唯一一列，"]),
        (
            "<table><tr><td rowspan='2'>养老</td><td>床位，</td></tr><tr><td>补贴</td></tr>"
            "<tr><td colspan='2'>合计</td></tr></table>",
            ["养老 | 床位，", "养老 | 补贴", "合计"],
        ),
        (
            "<table><tr><th rowspan='2'>等级</th><th colspan='2'>每月，</th></tr><tr><th>机构</th><th>居家</th></tr>"
            "<tr><td>重度</td><td>300</td><td>200</td></tr>"
            f"<tr><td>备注</td><td colspan='2'>{'长' * 30}</td></tr></table>",
            ["等级 | 每月， | 每月，", "等级 | 机构 | 居家", "重度 | 300 | 200", f"备注 | {'长' * 30}"],
        ),
        (
            "<table><tr><td><table><tr><td>甲，</td><td>乙</td></tr></table></td><td>丙，</td></tr></table>",
            ["甲， | 乙", "丙，"],
        ),
        (
            "<table><tr><td>任务，</td><td>责任单位</td></tr><tr><td>建站</td><td>市民政局<br>市财政局</td></tr></table>",
            ["任务， | 责任单位", "建站 | 市民政局 市财政局"],
        ),
    ],
)
def test_lines_as_a_browser_shows_them(body: str, lines: list[str]) -> None:
    assert text_of(f"<html><body>{body}</body></html>") == lines
