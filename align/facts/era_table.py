"""Reigns and dynasties: what years are counted from, and what periods are called."""

# ruff: noqa: E501  a row stays a row

from __future__ import annotations

# The first year of an era, by its Chinese and English names: 光绪元年 is 1875.
ERAS = {
    "民国": ("republic", 1912), "洪武": ("hongwu", 1368), "永乐": ("yongle", 1403), "宣德": ("xuande", 1426),
    "成化": ("chenghua", 1465), "嘉靖": ("jiajing", 1522), "万历": ("wanli", 1573), "崇祯": ("chongzhen", 1628),
    "顺治": ("shunzhi", 1644), "康熙": ("kangxi", 1662), "雍正": ("yongzheng", 1723), "乾隆": ("qianlong", 1736),
    "嘉庆": ("jiaqing", 1796), "道光": ("daoguang", 1821), "咸丰": ("xianfeng", 1851), "同治": ("tongzhi", 1862),
    "光绪": ("guangxu", 1875), "宣统": ("xuantong", 1909), "贞观": ("zhenguan", 627), "开元": ("kaiyuan", 713),
    "天宝": ("tianbao", 742), "明治": ("meiji", 1868), "大正": ("taisho", 1912), "昭和": ("showa", 1926),
    "平成": ("heisei", 1989), "令和": ("reiwa", 2019),
}  # fmt: skip

# Their months are those of the calendar; in every other era they are the moon's, a month or two behind.
SOLAR_ERAS = frozenset(("民国", "明治", "大正", "昭和", "平成", "令和"))

DYNASTIES = {
    "夏": "xia", "商": "shang", "西周": "western zhou", "东周": "eastern zhou", "周": "zhou", "秦": "qin",
    "西汉": "western han", "东汉": "eastern han", "汉": "han", "西晋": "western jin", "东晋": "eastern jin",
    "晋": "jin", "南北": "northern and southern", "隋": "sui", "唐": "tang", "北宋": "northern song",
    "南宋": "southern song", "宋": "song", "辽": "liao", "金": "jin", "元": "yuan", "明": "ming", "清": "qing",
}  # fmt: skip
