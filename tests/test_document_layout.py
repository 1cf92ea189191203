"""The layout of Markdown and HTML: headings, links, images, code, lists, tables, footnotes and type."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from align.session import Request, Session
from corpus.documents import parse_document
from corpus.layout import layout_of

MARKDOWN = """---
title: 标题
---
# 标题

看[这里](a.md)和`code`，**重点**与*强调*。脚注[^1]。

- 一
- 二
  - 三

| a | b |
|---|---|
| `c` | d |

```python
print(1)
```

![图](a.png)

[^1]: 注
"""
HTML = (
    "<html><script>if(a<b){}</script><h1>标</h1><p><a href='x'>t</a> <code>c</code> <b>s</b></p>"
    "<ul><li>1<li>2<ul><li>3</ul></ul><table><tr><td>1</table><pre><code>x</code></pre><img src=a.png>"
)


def written(raw: str, name: str) -> list[tuple[str, str, str]]:
    layout = layout_of(parse_document(raw, path=Path(name)))
    return [(str(item.kind), item.key, item.span.of(raw)) for item in layout]


def test_the_elements_of_markdown_are_found_where_they_stand() -> None:
    assert written(MARKDOWN, "a.md") == [
        ("heading", "1", "# 标题"),
        ("link", "a.md", "[这里](a.md)"),
        ("code", "code", "`code`"),
        ("bold type", "", "**"),
        ("italics", "", "*"),
        ("footnote", "1", "[^1]"),
        ("list", "bullet list 2", "- 一"),
        ("list", "bullet list 1", "- 三"),
        ("table", "table 2", "| a | b |"),
        ("code", "c", "`c`"),
        ("code block", "python", "```python\nprint(1)\n```"),
        ("image", "a.png", "![图](a.png)"),
    ]


def test_the_elements_of_html_are_found_where_they_stand() -> None:
    assert written(HTML, "a.html") == [
        ("heading", "1", "<h1>"),
        ("link", "x", "<a href='x'>"),
        ("code", "c", "<code>c</code>"),
        ("bold type", "", "<b>"),
        ("list", "ul 2", "<ul>"),
        ("list", "ul 1", "<ul>"),
        ("table", "table 1", "<table>"),
        ("code block", "", "<pre><code>x</code></pre>"),
        ("image", "a.png", "<img src=a.png>"),
    ]


def test_plain_text_has_no_layout() -> None:
    assert written("# 标题\n", "a.txt") == []


@given(st.text("<>ulitabecodprh1#*`[]()!-|\n ^\"'=/文", max_size=120), st.sampled_from(["a.md", "a.html"]))
def test_any_text_has_a_layout_inside_it(raw: str, name: str) -> None:
    for element in layout_of(parse_document(raw, path=Path(name))):
        assert 0 <= element.span.start <= element.span.end <= len(raw)


def test_what_a_translation_lost_is_reported_in_the_file_where_it_stands(tmp_path: Path) -> None:
    source, target = tmp_path / "a.zh.md", tmp_path / "a.en.md"
    source.write_text("---\ntitle: 展馆\n---\n# 展馆\n\n见[网站](https://example.com)。\n", encoding="utf-8")
    target.write_text("---\ntitle: Hall\n---\n## Hall\n\nSee the website.\n", encoding="utf-8")
    session = Session(Request((target,), select=("FMT",)))
    (pair,) = session.files
    found = {finding.code: finding for finding in session.check(pair).findings}
    assert (found["FMT005"].path, found["FMT005"].line, found["FMT005"].column) == (target, 4, 1)
    assert found["FMT005"].target_text == "## Hall"
    assert (found["FMT006"].path, found["FMT006"].line) == (source, 6)
    assert found["FMT006"].source_text == "[网站](https://example.com)"
