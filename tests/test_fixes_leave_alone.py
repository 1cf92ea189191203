"""Pages of tricky text that no safe fix may change: a line is right, or none of their business."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from align.cli import app

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = {
    "addresses": (
        "See https://example.com/a,b;c?d=E.F&g=H:I!J#k(l)..m and www.example.org/x.Y today.",
        "Write to Wang.Li+news@example.com.cn or mailto:a.b@c.Org, not @wang.li or #topic_One.",
        "Use ftp://host/a,b or file:///C:/data/a,b.Txt or //cdn.example.com/x,y.Z for it.",
    ),
    "files and code": (
        "Run Math.Max, open Report.Docx, load Vue.Js or setup.Exe and tag v2.Final and report.Final.pdf.",
        "Call f(a,b), print( x ), System.out.println(x), std::sort, a->b, obj.doThis(a;b) and `a，b`.",
        "Go to C:\\data\\a.B, ../bin/x.Y, ~/notes.Md, /usr/lib/x.So and $HOME/a.B for more.",
        "Set --name=a,b and FOO_BAR:baz, then use pkg.Module.Class, x[1:2], a.b.C and {name,x}.",
        "It is written in C++, C#, F#, .NET, ASP.NET, Node.js and Objective-C, not in ALGOL.",
    ),
    "versions and figures": (
        "It runs v1.2.B, 3.11.0rc1, 10.15.7, Python 3.x, HTML5 and USB 3.2 Gen 2x2 at 5GHz.",
        "It cost 12,500.75 yuan in 2019,2020 and 2021; the share 000651.SZ and 0700.HK rose by .5 points.",
        "The call is at 12:30, 12:30:45 or 7:05 p.m.; the ratio is 3:2, 16:9 or 1:1,000,000.",
        "It won 3 : 2 and 4-3; the range is [0, 1), (0,1], 3..7, 3...7, 3–7 or -5..+5.",
        "Genesis 3:16, Romans 8:28-30, Surah 2:255 and Act III.2.4 are quoted in § 4.2(a)(i).",
        "It lies at 30°15′N, 120°10′E; 5'10\" tall, a 5\" screen, in the '90s and the 1990s.",
    ),
    "templates": (
        '{{< tweet user="a，b" id="1" >}} says so.',
        'Put {{ "x，y" | t }} and {% include "a，b.html" x="c。d" %} there.',
        "Hello, ${user，name} and {{user.name}} and %(name)s and %1$s and <%= a，b %>.",
        'The tag <a data-x="a，b" href=x> is not <br/> or <b>bold</b> text.',
    ),
    "mathematics": (
        "Let $a，b$ and $$x，y；z$$ and $f(x,y)=x^2..y$ hold for all x.",
        "It cost $5,000 or $6, not US$7 (HK$55) or C$9; pay $3.50/$4.50 in cash.",
    ),
    "emoticons and marks": (
        "Nice :) or :-) or :( or ;-) or :D or =) or ^_^ or T_T or (^_^) or <3 they say.",
        "Really?! Wait... What?! Well ...who knows? Yes!! “Very long” — they say – it’s so…",
        "The mark “，” is a comma, and '、' is a pause; “。” ends all.",
        "Tick the box ( ) or [ ] or [x]; see (the) cat(s), (un)able and re(al)ly.",
    ),
    "words": (
        "He had had it that that day, was sworn in in 2019, and what it is is unclear; what it was was hard.",
        "Mr. Li of Lanhai Co., Ltd. et al. met St. Peter, J.K. Li, Ph.D., and Dr. No. at 5 p.m. in the U.S.",
        "iPhones sell. eBay grew. macOS is here. de Gaulle came. Yahoo! grew. E.ON and I.M. Pei met.",
        "rock 'n' roll, the boys' cars, goin' home, o'clock, 's-Hertogenbosch, '90s, Hawai'i and Xi'an.",
        "Pre- and post-war plants, two- to threefold growth, short-, medium- and long-term plans.",
    ),
}
MARKDOWN = {
    "links": (
        "See [the note](https://example.com/a，b) and ![alt](x，y.png) and <https://example.com/a>.",
        "[one]: https://example.com/a，b",
        ":::note，take care",
        "Text[^1] and `a，b`, ``c，d`` and *this*, **that** and ~~those~~ here.",
    ),
    "blocks": (
        "```text\na，b\n```",
        '{{< figure\n  src="a，b.png"\n  caption="x。y" >}}',
        "$$\na，b\n$$",
        "    a，b",
    ),
}
CHINESE = {
    "addresses": (
        "见https://example.com/a,b;c?d=E.F。写信给wang.li@example.com.cn，或看 www.example.org/x,y 吧。",
        "运行`a,b`，打开report.Final.pdf、setup.exe、../bin/x和C:\\data\\a.b。",
    ),
    "figures": (
        "10:30，他们以3:1获胜，价格为12,500.75元，比例为16:9，范围为3..7和[0,1)。",
        "Python 3.11、v2.10.1、USB 3.2、000651.SZ、iPhone 15 Pro和SU7 Ultra都在。",
        "他说：“好。”……真的吗？！哈哈哈哈！《红楼梦》（曹雪芹著）、Co., Ltd.和U.S.",
    ),
    "templates": (
        '请看{{ "x,y" | t }}、{% include "甲,乙" %}、$甲,乙$和<a data-x="甲,乙">链接</a>。',
        "讨论讨论目的的实质，的的确确高高兴兴。",
    ),
}


def mended(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["lint", str(path), "--fix", "--select", "ALL"])
    assert result.exit_code in (0, 1), result.output
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lines", ENGLISH.values(), ids=ENGLISH)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_safe_fixes_leave_english_that_is_no_plain_prose_alone(
    tmp_path: Path, lines: tuple[str, ...], suffix: str
) -> None:
    page = "\n\n".join(("The plant in Liuzhou opened in May.", *lines)) + "\n"
    assert mended(tmp_path, f"a{suffix}", page) == page


@pytest.mark.parametrize("blocks", MARKDOWN.values(), ids=MARKDOWN)
def test_safe_fixes_leave_markdown_alone(tmp_path: Path, blocks: tuple[str, ...]) -> None:
    page = "\n\n".join(("The plant in Liuzhou opened in May.", *blocks)) + "\n"
    assert mended(tmp_path, "a.md", page) == page


@pytest.mark.parametrize("lines", CHINESE.values(), ids=CHINESE)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_safe_fixes_leave_chinese_that_is_no_plain_prose_alone(
    tmp_path: Path, lines: tuple[str, ...], suffix: str
) -> None:
    page = "\n\n".join((*["柳州的工厂在五月开业，生产轿车，当地居民都来参观，十分热闹。"] * 3, *lines)) + "\n"
    assert mended(tmp_path, f"a{suffix}", page) == page


@pytest.mark.parametrize(
    ("page", "fixed"),
    [
        ("See [note]（below）：wow！[alt]（x.png）.\n", "See [note] (below): wow! [alt] (x.png).\n"),
        ("Put {{ x，y }}，and $a，b$，too.\n", "Put {{ x，y }}, and $a，b$, too.\n"),
        ("They won 3：2，at 12：30。\n", "They won 3:2, at 12:30.\n"),
    ],
)
def test_safe_fixes_beside_such_text_make_no_markup_of_it(tmp_path: Path, page: str, fixed: str) -> None:
    assert mended(tmp_path, "a.md", page) == fixed


def test_a_fix_in_an_attribute_is_written_as_its_quotes_ask(tmp_path: Path) -> None:
    page = (
        "<html><head><meta name='description' content='Vans，cars'></head>"
        '<body><p title="He came，and left。">It opened in May.</p></body></html>\n'
    )
    assert mended(tmp_path, "a.html", page) == (
        "<html><head><meta name='description' content='Vans, cars'></head>"
        '<body><p title="He came, and left.">It opened in May.</p></body></html>\n'
    )
