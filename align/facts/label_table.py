"""Names with numbers in them that are no numbers: days, movements, events.

name | Chinese | what must follow or surround it | English | month day or year that it stands for
"""

# ruff: noqa: E501  a row stays a row

from __future__ import annotations

LABELS = """
childrens-day | 六一 | quoted 儿童 国际 | children's day | 6 1
labour-day | 五一 | quoted 劳动 国际 假期 长假 小长假 期间 档 黄金周 前后 节 | labour day; labor day; may day | 5 1
national-day | 十一 | quoted 国庆 假期 长假 黄金周 期间 | national day | 10 1
womens-day | 三八 | quoted 妇女 国际 节 红旗 | women's day | 3 8
youth-day | 五四 | quoted 青年 运动 精神 新文化 奖章 | youth day; may fourth movement; may fourth medal | 5 4
party-day | 七一 | quoted 建党 讲话 勋章 前夕 | cpc founding day | 7 1
army-day | 八一 | quoted 建军 南昌 起义 制片 | army day | 8 1
mukden-incident | 九一八 | | mukden incident; september 18th incident; september 18 incident | 9 18
marco-polo-bridge-incident | 七七 | 事变 | marco polo bridge incident; july 7 incident | 7 7
december-9-movement | 一二九 | | december 9th movement; december 9 movement | 12 9
wuchang-uprising | 双十 | 节 起义 | double tenth; double ten day | 10 10
singles-day | 双十一 | | singles' day; singles day; double 11; double eleven | 11 11
singles-day | 双11 | | | 11 11
double-twelve | 双十二 | | double 12; double twelve | 12 12
double-twelve | 双12 | | | 12 12
1992-consensus | 九二共识 | | 1992 consensus; '92 consensus | 1992
new-years-day | 元旦 | | new year's day | 1 1
spring-festival | 春节 | | spring festival; lunar new year; chinese new year |
spring-festival | 农历新年 | | |
lantern-festival | 元宵节 | | lantern festival |
qingming | 清明节 | | qingming; tomb-sweeping; tomb sweeping |
dragon-boat | 端午 | | dragon boat |
qixi | 七夕 | | qixi; double seventh | 7 7
mid-autumn | 中秋 | | mid-autumn |
double-ninth | 重阳 | | double ninth; chongyang | 9 9
start-of-spring | 立春 | | start of spring; beginning of spring; lichun |
awakening-of-insects | 惊蛰 | | awakening of insects; insects awaken; jingzhe |
spring-equinox | 春分 | | spring equinox; vernal equinox; chunfen |
grain-rain | 谷雨 | | grain rain; guyu |
start-of-summer | 立夏 | | start of summer; beginning of summer; lixia |
grain-in-ear | 芒种 | | grain in ear; mangzhong |
summer-solstice | 夏至 | | summer solstice; xiazhi |
start-of-autumn | 立秋 | | start of autumn; beginning of autumn; start of fall; beginning of fall; liqiu |
autumn-equinox | 秋分 | | autumn equinox; autumnal equinox; fall equinox; qiufen |
cold-dew | 寒露 | | cold dew; hanlu |
frosts-descent | 霜降 | | frost's descent; frost descent; shuangjiang |
start-of-winter | 立冬 | | start of winter; beginning of winter; lidong |
winter-solstice | 冬至 | | winter solstice; dongzhi |
christmas | 圣诞 | | christmas | 12 25
belt-and-road | 一带一路 | | belt and road |
"""
