"""English words that are names as well: Journey is a car, a journey is not.

A form of one such word is found only with its capital. Words that can be read as pinyin (guiding) are
here, too. Words of five letters and fewer need no place, since short names always need their capitals.
"""

from __future__ import annotations

COMMON = frozenset(
    """
    academy accord acropolis admiration advent adventure aftershock alliance alphabet alpine amazon
    ambition ambitious amnesty archer arrival arsenal ascend ascent aspect assembly audition aurora
    autumn avatar bailiff balance balloon banana banner barley barrow battlefield beacon beauty
    beetle better beyond billboard binding bishop bleach blizzard blossom blossoms booking boundary
    bramble breeze bridge bright brilliance brilliant brother bubble buffalo builder bureau burning
    businessman businessmen butterfly button cabinet cadence camera candidate canine canopy canvas
    capital capitol captain caravan carnival carrier cascade castle catcher caterpillar causeway
    celebrity centaur center central centre century challenge challenger champagne champion chance
    change changes channel channels chapter charge cheers cherry chevron chrome church circle
    citadel citizen clapper clarion classic cleverly climber clippers clover collector colony combat
    comfort command commerce commission commons commonwealth compass concept concord condor congress
    connect conquest conservative conservatives continental contour converse copper corner corona
    coroner cosmopolitan cotton courage courier courtesy cradle creation creator crescent crossfire
    cruise cruiser crystal culture curiosity current custom dagger dancer daybreak daylight dazzle
    decade decathlon defender defense delight democracy democratic desert destiny detention diamond
    diesel digital dining diplomat direct discover discovery diversity divine dolphin domain double
    dragon dragons dreams driver dynasty eclipse economist education effect electron elephant
    elevation embrace emerald emperor empire encore endgame energy engine enlightenment enterprise
    envision equator escape essence estate eternal eternity evergreen everlasting everyday evolution
    exceed excellence exchange expedition expert explore explorer express falcon family famine
    fantasy farmer father feather festival fidelity fighter figures finance firefly fisher flagship
    flower flowers flying focused footballer forever fortress fortune foundation founder fountain
    fragrant freedom freelander friend friends frontier frozen fuming fusion future gaining galaxy
    gallant gallery garden garland general generation genesis genius gentleman genuine geometry
    giants gigabit glacier global godmother golden goodness goodwill government grandma grasshopper
    gravity greens guardian guards guiding habitat hailing hammer harbor harbour harden harmony
    harpoon harrier harrow harvest hazard hazelnut heartbeat heritage hermit heroes highlander
    highway hippocampus history holder holiday honest honeycomb honour horizon horizons hungry
    hunter hunting icebreaker imagine immigration impact imperial impression impulse independence
    independent infinite infinity ingenuity insider insight inspire instant integrity intelligence
    interface interior intern interstellar intuitive invincible island jaguar jasmine javelin
    journal journey jumper jungle junior justice keeper kingdom knight knockout lancet landing
    landlord lantern leader leaders leading league leaning legend leopard liberals liberation
    liberty library lifestyle lighthouse lightning linger lining linkage lookout machine magnet
    magnetic magnificent magnum magpie mailing majestic manage mandarin manner marble marine mariner
    marines market marshal marvel mascara master masters matrix mausoleum meadow meaning memory
    menace mending merchant mercury meridian message meteor method metric midnight mighty militia
    millennium millet millimeter minding mining mirror mission moaning mobile modern moment moments
    monarch monitor monkey monster montage moonlight morning mother motion mountain multidimensional
    mutter mystery naming narwhal nation national nationalist nationality nature navigator nebula
    neolithic network neutral newspaper nightingale nimble nirvana nobody northern nuggets
    nutcracker observatory observer oceans octopus office option oracle orange orchard orchestra
    orchid origin original osprey outlander outlook oxygen pagoda palace panorama pantheon parade
    paradise parallel paramount parasite parliament partner passage passenger passion pathfinder
    patriot pattern peacock pending peninsula people peregrine perfect perseverance phantom phoenix
    picture pilgrim piling pioneer planet platform player pleasure pocket polish popper portal
    portrait position praise predator premier present prestige primordial prince princess profit
    progress prologue prophet prospect prosper prosperity prosperous proton providence province
    prudential pterodactyl public pulsar purple puzzle pyramid quantum quartz rainbow rambler ranger
    ranting rattle reader readers reality reaper recoil record recruit redwood refine reform regent
    region rejoice rejuvenation reliance renaissance renting representatives republic republican
    rescue reserve reshape resource resume resurrection revival revolution reward rhythm ripple
    rising riverside rocket rockets romance rookie rosette rosewood rotary routing ruling runner
    sacrifice safeguard sailing salami saline salute sanding satellite saturn savage savanna school
    schooling science scorpion screen seagull season second secret secretariat senate sending senior
    sentinel sesame sessions shadow shaming shield shining shorten shouting shower signal silence
    silver simple sincere sincerely singer skyline snapdragon snowball society soldier solution
    sonata sparrow sparrowhawk spears special spectrum sphinx spider spirit spring square standard
    starlight station statistics stellar sterling stones stories strait stream street strength
    strongest student sturgeon styles subway succession successor sultan sultanate summer summit
    sunday sunflower sunlight sunrise sunshine supreme surging surprise switch switchblade swordsman
    symbol symphony system taming target tasting telegraph teller temple tender tenure theater
    theatre thunder thunderbolt tickle tigers tiling together tomorrow tornado touting toward
    tracker traffic transformer traveler traveller treasure treasury trench trends trendy triangle
    trident tripod triumph trophy tumbler tundra tuning turning turtle twilight typhoon unicorn
    unique united universal universe unlimited unmatched unparalleled untamed valley vanguard
    variety velocity venture verdict vertex vibrating victor victory viewpoint viking village
    vintage violet virtue vision visionary volunteers voyage voyager wailing waiting wanderer
    wanting warrior warriors watercress waterfall wealth weather weekly welcome werewolf western
    whisper willpower window windows winner winter wisdom wishful wolves wonder worker worlds
    wrangler yellow zenith zircon zodiac
    """.split()
)
