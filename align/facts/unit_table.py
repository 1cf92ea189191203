"""The units that both languages count in.

A row: code | dimension | size in the base of the dimension | Chinese | English.

A size of ``-`` is not convertible. English nouns take their plural by themselves (``mile`` reads miles);
``=`` before a form says that it has none. The first form of each language is the one that messages use.
"""

# ruff: noqa: E501  a row stays a row

from __future__ import annotations

MEASURES = """
m | length | 1 | 米 公尺 | metres metre meter =m
km | length | 1000 | 公里 千米 | kilometres kilometre kilometer =km =kms
cm | length | 0.01 | 厘米 公分 | centimetres centimetre centimeter =cm =cms
mm | length | 0.001 | 毫米 公厘 | millimetres millimetre millimeter =mm
um | length | 0.000001 | 微米 | micrometres micrometre micrometer micron =μm
nm | length | 0.000000001 | 纳米 奈米 | nanometres nanometre nanometer =nm
mile | length | 1609.344 | 英里 哩 | miles mile
ft | length | 0.3048 | 英尺 英呎 呎 | =feet =foot =ft
inch | length | 0.0254 | 英寸 英吋 吋 寸 | inches =inch =in.
yd | length | 0.9144 | 码 | yards yard
nmi | length | 1852 | 海里 浬 | nautical_miles nautical_mile
li | length | 500 | 华里 里地 里路 里 | =li
zhang | length | 3.33333 | 丈 | =zhang
chi | length | 0.333333 | 尺 | =chi
ly | length | - | 光年 | light_years light_year light-year
m2 | area | 1 | 平方米 平米 平方公尺 ㎡ | square_metres square_metre square_meter =sq_m =sqm =m² =m2
km2 | area | 1000000 | 平方公里 平方千米 | square_kilometres square_kilometre square_kilometer =square_km =sq_km =km² =km2
cm2 | area | 0.0001 | 平方厘米 | square_centimetres square_centimetre square_centimeter =cm² =cm2
ha | area | 10000 | 公顷 | hectares hectare =ha
mu | area | 666.6667 | 亩 | =mu
acre | area | 4046.856 | 英亩 | acres acre
sqmi | area | 2589988 | 平方英里 | square_miles square_mile =sq_mi
sqft | area | 0.092903 | 平方英尺 平方呎 | =square_feet =square_foot =sq_ft =sq._ft.
ping | area | 3.3058 | 坪 | =ping
m3 | volume | 1 | 立方米 | cubic_metres cubic_metre cubic_meter =m³ =m3 =cbm
km3 | volume | 1000000000 | 立方公里 立方千米 | cubic_kilometres cubic_kilometre cubic_kilometer =km³ =km3
cm3 | volume | 0.000001 | 立方厘米 | cubic_centimetres cubic_centimetre cubic_centimeter =cm³ =cm3 =cc
cuft | volume | 0.0283168 | 立方英尺 | =cubic_feet =cubic_foot
l | volume | 0.001 | 升 公升 | litres litre liter =l
ml | volume | 0.000001 | 毫升 | millilitres millilitre milliliter =ml
gal | volume | 0.00378541 | 加仑 | gallons gallon
bbl | barrel | 1 | 桶 | barrels barrel =bbl
g | mass | 1 | 克 公克 | grams gram gramme =g
kg | mass | 1000 | 公斤 千克 | kilograms kilogram kilogramme kilo =kg =kgs
mg | mass | 0.001 | 毫克 | milligrams milligram =mg
ug | mass | 0.000001 | 微克 | micrograms microgram =μg
t | mass | 1000000 | 吨 公吨 | tonnes tonne ton metric_ton =t
jin | mass | 500 | 市斤 斤 | =jin catty =catties
lb | mass | 453.592 | 磅 | =lb =lbs
st | mass | 6350.293 | 英石 | =stone
oz | mass | 28.3495 | 盎司 安士 | ounces ounce =oz
ct | carat | 1 | 克拉 | carats carat
s | time | 1 | 秒钟 秒 | seconds second =sec =secs =s
ms | time | 0.001 | 毫秒 | milliseconds millisecond =ms
min | time | 60 | 分钟 | minutes minute =min =mins
h | time | 3600 | 小时 个小时 钟头 个钟头 个钟 | hours hour =hr =hrs =h
day | time | 86400 | 天 日 昼夜 | days day
night | night | 1 | 夜 晚 | nights night
week | time | 604800 | 周 星期 个星期 礼拜 个礼拜 | weeks week
fortnight | time | 1209600 | 两周 | fortnights fortnight
month | calendar | 1 | 个月 月 | months month
quarter | calendar | 3 | 个季度 季度 季 | quarters
year | calendar | 12 | 年 周年 岁 周岁 载 | years year year-old year_old =yr =yrs =yo
decade | calendar | 120 | 个十年 | decades decade
century | calendar | 1200 | 个世纪 世纪 | centuries century
millennium | calendar | 12000 | 个千年 | =millennia =millennium =millenniums
m/s | speed | 1 | 米/秒 米每秒 公尺/秒 | metres_per_second metre_per_second meter_per_second meters_per_second =m/s =mps metres_a_second meters_a_second
km/s | speed | 1000 | 公里/秒 公里每秒 千米/秒 | kilometres_per_second kilometers_per_second =km/s
km/h | speed | 0.2777778 | 公里/小时 公里/时 公里每小时 千米/小时 千米/时 千米每小时 | kilometres_per_hour kilometers_per_hour kilometre_per_hour kilometer_per_hour kilometres_an_hour kilometers_an_hour =km_per_hour =km_an_hour =km/h =km/hr =kmh =kph =kmph
m/h | speed | 0.0002777778 | 米/小时 米每小时 | metres_per_hour meters_per_hour metres_an_hour meters_an_hour =m/h
mph | speed | 0.44704 | 英里/小时 英里/时 英里每小时 迈 | miles_per_hour mile_per_hour miles_an_hour =mph
kn | speed | 0.514444 | 海里/小时 | knots knot
W | power | 1 | 瓦 瓦特 | watts watt =w
kW | power | 1000 | 千瓦 | kilowatts kilowatt =kw
MW | power | 1000000 | 兆瓦 | megawatts megawatt =mw
GW | power | 1000000000 | 吉瓦 | gigawatts gigawatt =gw
hp | power | 735.5 | 马力 | =horsepower =hp
Wh | energy | 3600 | 瓦时 | watt-hours watt-hour =wh
kWh | energy | 3600000 | 千瓦时 千瓦小时 度电 | kilowatt-hours kilowatt-hour kilowatt_hour =kwh
cal | energy | 4.184 | 卡路里 | =calorie =calories
kcal | energy | 4184 | 千卡 大卡 | kilocalories kilocalorie =kcal
J | energy | 1 | 焦耳 | joules joule
Hz | frequency | 1 | 赫兹 | =Hz =hertz
MHz | frequency | 1000000 | 兆赫 | =MHz =megahertz
GHz | frequency | 1000000000 | 吉赫 | =GHz =gigahertz
V | voltage | 1 | 伏特 伏 | volts volt =v
kV | voltage | 1000 | 千伏 | kilovolts kilovolt =kv
mAh | charge | 1 | 毫安时 毫安 | =mAh
KB | data | 1000 | 千字节 | =KB kilobytes kilobyte
MB | data | 1000000 | 兆字节 兆 | =MB megabytes megabyte
GB | data | 1000000000 | 吉字节 | =GB gigabytes gigabyte
TB | data | 1000000000000 | 太字节 | =TB terabytes terabyte
px | pixel | 1 | 像素 | pixels pixel =px
dB | sound | 1 | 分贝 | decibels decibel =db
Pa | pressure | 1 | 帕斯卡 | =pa pascals pascal
hPa | pressure | 100 | 百帕 毫巴 | =hPa millibars millibar
kPa | pressure | 1000 | 千帕 | =kPa
MPa | pressure | 1000000 | 兆帕 | =MPa
degC | celsius | 1 | 摄氏度 ℃ °c | degrees_Celsius degree_celsius degrees_centigrade =°c =℃ =celsius
degF | fahrenheit | 1 | 华氏度 ℉ °f | degrees_Fahrenheit degree_fahrenheit =°f =℉ =fahrenheit
deg | angle | 1 | 度 ° | degrees degree =°
pp | points | 1 | 个百分点 百分点 | percentage_points percentage_point percentage-point =pp =ppts
bp | points | 0.01 | 个基点 基点 | basis_points basis_point =bps =bp
% | share | 0.01 | % 厘 | =% =percent =per_cent =pct
permille | share | 0.001 | ‰ | =‰ =per_mille
ppm | share | 0.000001 | ppm | =ppm parts_per_million part_per_million
share | share | 1 | 比例 | =share
times | share | 1 | 倍 | times time =fold =-fold =x
"""

# A currency that several countries have under one name can mean any of them: 元 or $ alone.
CURRENCIES = """
CNY | 人民币 元人民币 人民币元 | =yuan =renminbi =rmb =cny chinese_yuan =kuai
yuan | 元 块钱 块 圆 | =yuan/dollars
USD | 美元 美金 元美金 美圆 | US_dollars US_dollar u.s._dollar american_dollar =usd =us$ =greenbacks
HKD | 港元 港币 港圆 元港币 元港元 | Hong_Kong_dollars hong_kong_dollar hk_dollar =hkd =hk$
TWD | 新台币 元新台币 台币 | New_Taiwan_dollars new_taiwan_dollar taiwan_dollar nt_dollar =twd =ntd =nt$
MOP | 澳门元 澳门币 葡币 | patacas pataca =mop
SGD | 新元 新加坡元 新币 坡币 | Singapore_dollars singapore_dollar singaporean_dollar =sgd =s$
AUD | 澳元 澳大利亚元 澳币 | Australian_dollars australian_dollar aussie_dollar =aud =a$ =au$
CAD | 加元 加拿大元 加币 | Canadian_dollars canadian_dollar =cad =c$ =ca$
NZD | 新西兰元 纽元 纽币 | New_Zealand_dollars new_zealand_dollar =nzd =nz$
dollar | $ | dollars dollar =$ bucks
EUR | 欧元 | euros euro =eur =€
GBP | 英镑 | pounds_sterling =sterling british_pound =gbp =£ quid
pound | 镑 | pounds pound
JPY | 日元 日圆 日币 | =yen japanese_yen =jpy
yen | ¥ | =¥
KRW | 韩元 韩圆 韩币 | =won korean_won south_korean_won =krw =₩
KPW | 朝鲜元 朝元 | north_korean_won
RUB | 卢布 | roubles rouble ruble =rub =₽
INR | 印度卢比 | Indian_rupees indian_rupee =inr =₹
rupee | 卢比 | rupees rupee
THB | 泰铢 铢 | =baht =thb =฿
VND | 越南盾 越盾 | =dong vietnamese_dong =vnd =₫
IDR | 印尼盾 印尼卢比 印度尼西亚卢比 | =rupiah =rupiahs indonesian_rupiah =idr
MYR | 林吉特 令吉 马币 马来西亚令吉 | =ringgit malaysian_ringgit =myr =rm
PHP | 菲律宾比索 | Philippine_pesos philippine_peso =php =₱
peso | 比索 | pesos peso
CHF | 瑞士法郎 瑞郎 | Swiss_francs swiss_franc =chf
franc | 法郎 | francs franc
SEK | 瑞典克朗 | swedish_kronor swedish_krona =sek
krone | 克朗 | =kroner =krone =kronor =krona
BRL | 雷亚尔 巴西雷亚尔 | =reais =real brazilian_real =brl =r$
ZAR | 兰特 南非兰特 | rands rand =zar
SAR | 沙特里亚尔 | Saudi_riyals saudi_riyal =sar
riyal | 里亚尔 | riyals riyal rials rial
dinar | 第纳尔 | dinars dinar
AED | 迪拉姆 | dirhams dirham =aed
TRY | 土耳其里拉 | Turkish_lira turkish_liras
lira | 里拉 | =lira =liras =lire
mark | 马克 | marks mark
BTC | 比特币 | bitcoins bitcoin =btc
cent | 美分 港分 欧分 | cents cent =¢
"""

# What an ambiguous unit may mean besides itself.
MEANINGS = {
    "yuan": "CNY HKD TWD MOP SGD dollar",
    "dollar": "USD HKD TWD SGD AUD CAD NZD yuan",
    "yen": "JPY CNY yuan",
    "pound": "GBP lb",
    "lb": "pound",
    "GBP": "pound",
    "rupee": "INR IDR",
    "peso": "PHP",
    "franc": "CHF",
    "krone": "SEK",
    "riyal": "SAR",
    "lira": "TRY",
    "won": "KRW KPW",
    "deg": "degC degF",
    "chi": "ft",
    "cal": "kcal",
    "km": "km/h km/s",
    "m": "m/s m/h",
    "mile": "mph",
}
