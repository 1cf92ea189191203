"""English words that are names as well: Journey is a car, a journey is not.

A form of one such word is found only with its capital. Words that can be read as pinyin (guiding) are
here, too. Words of five letters and fewer need no place, since short names always need their capitals.
"""

from __future__ import annotations

COMMON = frozenset(
    """
    academy adventure alliance alphabet amazon ambition archer ascent aurora autumn avatar balance
    banana banner beacon beauty beyond binding blossom boundary breeze bridge bright brilliance
    brilliant bubble builder burning butterfly camera canine canopy canvas capital captain caravan
    carrier cascade castle celebrity center central centre century challenge challenger champion chance
    change changes channel chapter charge cherry chrome circle citizen classic climber clover collector
    colony combat comfort command compass concept concord condor connect conquest contour copper corner
    courage courier cradle creation creator crescent cruise cruiser crystal culture current custom
    dancer daybreak daylight decade defender delight democracy desert destiny diamond digital dining
    direct discover discovery diversity divine dolphin domain double dragon dreams driver dynasty
    eclipse economist effect elephant elevation embrace emerald emperor empire encore energy engine
    enterprise envision equator escape essence estate eternal eternity evergreen everyday evolution
    exceed excellence exchange expedition expert explore explorer express falcon family famine fantasy
    farmer father feather festival fighter finance firefly fisher flagship flower flying focused forever
    fortress fortune foundation fountain freedom freelander friend frontier fuming fusion future gaining
    galaxy gallery garden general generation genesis genius geometry giants glacier global golden
    goodness gravity guardian guiding habitat hailing hammer harbor harbour harmony harvest heritage
    hermit heroes highlander highway history holiday honest honour horizon horizons hunter hunting
    icebreaker imagine impact imperial impression impulse independence independent infinite infinity
    insight inspire instant integrity intelligence invincible island jasmine journal journey jungle
    junior justice keeper kingdom landing lantern leader leaders leading leaning legend liberty library
    lifestyle lightning linger lining linkage machine magnet magnetic magnum mailing majestic manage
    mandarin marble marine mariner market masters matrix meadow meaning memory menace mending merchant
    meridian message meteor method metric midnight mighty minding mining mirror mission moaning mobile
    modern moment monarch monitor monster moonlight morning mother motion mountain mystery naming
    national nature navigator nebula network neutral nirvana northern observer oceans office option
    oracle orange orchard orchestra orchid origin original outlander outlook oxygen palace panorama
    paradise parallel partner passage passenger passion pathfinder patriot pattern peacock pending
    perfect phantom phoenix picture pilgrim piling pioneer planet platform player pleasure pocket portal
    position premier present prestige prince princess profit progress prologue prophet prospect prosper
    prosperity province prudential public pulsar purple puzzle quantum quartz rainbow ranger ranting
    reader reality record reform regent region reliance renaissance renting republic rescue reserve
    resource resume revolution reward rhythm ripple rising rocket romance routing ruling runner sailing
    saline salute sanding satellite saturn savage school science scorpion seagull season second secret
    sending senior sentinel sesame shadow shaming shield shining shouting shower signal silence silver
    simple singer skyline society soldier solution sparrow special spectrum spider spirit spring square
    standard starlight station stellar stream street strength student summit sunday sunflower sunlight
    sunrise sunshine supreme surprise symbol symphony system taming target temple tender tenure theater
    theatre thunder tiling together tomorrow touting toward tracker traffic traveler traveller treasure
    triangle triumph trophy tundra tuning turning twilight unicorn unique united universal universe
    valley vanguard variety velocity venture verdict victor victory viking village vintage violet virtue
    vision visionary voyage voyager wailing waiting wanderer wanting warrior waterfall wealth weather
    weekly welcome western whisper window winner winter wisdom wonder worker worlds yellow zenith zodiac
    """.split()
)
