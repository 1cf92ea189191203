"""English words that are names as well: Journey is a car, a journey is not.

A form of one such word is found only with its capital. Words of five letters and fewer need no
place here, since short names are always compared with their capitals.
"""

from __future__ import annotations

COMMON = frozenset(
    """
    academy adventure alliance alphabet amazon ambition archer ascent aurora autumn avatar balance
    banner beacon beauty beyond blossom boundary breeze bridge bright brilliance brilliant bubble
    builder burning butterfly camera canopy canvas capital captain caravan carrier cascade castle
    celebrity center central centre century challenge challenger champion chance change changes channel
    chapter charge cherry chrome circle citizen classic climber clover collector colony combat comfort
    command compass concept concord condor connect conquest contour copper corner courage courier cradle
    creation creator crescent cruise cruiser crystal culture current custom dancer daybreak daylight
    decade defender delight democracy desert destiny diamond digital direct discover discovery diversity
    divine dolphin domain double dragon dreams driver dynasty eclipse economist effect elephant
    elevation embrace emerald emperor empire encore energy engine enterprise envision equator escape
    essence estate eternal eternity evergreen everyday evolution exceed excellence exchange expedition
    expert explore explorer express falcon family fantasy farmer father feather festival fighter finance
    firefly fisher flagship flower flying focused forever fortress fortune foundation fountain freedom
    freelander friend frontier fusion future galaxy gallery garden general generation genesis genius
    geometry giants glacier global golden goodness gravity guardian habitat hammer harbor harbour
    harmony harvest heritage hermit heroes highlander highway history holiday honest honour horizon
    horizons hunter icebreaker imagine impact imperial impression impulse independence independent
    infinite infinity insight inspire instant integrity intelligence invincible island jasmine journal
    journey jungle junior justice keeper kingdom lantern leader leaders legend liberty library lifestyle
    lightning linkage magnet magnetic magnum majestic mandarin marble marine mariner market masters
    matrix meadow memory merchant meridian message meteor method metric midnight mighty mirror mission
    mobile modern moment monarch monitor monster moonlight morning mother motion mountain mystery
    national nature navigator nebula network neutral nirvana northern observer oceans office option
    oracle orange orchard orchestra orchid origin original outlander outlook oxygen palace panorama
    paradise parallel partner passage passenger passion pathfinder patriot pattern peacock perfect
    phantom phoenix picture pilgrim pioneer planet platform player pleasure pocket portal position
    premier present prestige prince princess profit progress prologue prophet prospect prosper
    prosperity province prudential public pulsar purple puzzle quantum quartz rainbow ranger reader
    reality record reform regent region reliance renaissance republic rescue reserve resource revolution
    reward rhythm ripple rising rocket romance runner salute satellite saturn savage school science
    scorpion seagull season second secret senior sentinel shadow shield shower signal silence silver
    simple singer skyline society soldier solution sparrow special spectrum spider spirit spring square
    standard starlight station stellar stream street strength student summit sunday sunflower sunlight
    sunrise sunshine supreme surprise symbol symphony system target temple tender theater theatre
    thunder together tomorrow toward tracker traffic traveler traveller treasure triangle triumph trophy
    tundra turning twilight unicorn unique united universal universe valley vanguard variety velocity
    venture verdict victor victory viking village vintage violet virtue vision visionary voyage voyager
    wanderer warrior waterfall wealth weather weekly welcome western whisper window winner winter wisdom
    wonder worker worlds yellow zenith zodiac
    """.split()  # noqa: SIM905  # a list of quoted words would not be read by anyone
)
