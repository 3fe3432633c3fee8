"""Words that may stand beside a number and leave it as it is, and those that may not."""

CHANGES = set(  # would change a number, or bring in another
    "above additional afternoon ago alone am another apart april arab below between but cent"
    " cento crore crores cubed double doubled down evening every except excess excluding extra"
    " fewer further gmt half halved hardly him hundert if including it lakh lakhs least less"
    " may me midnight mil mila mille milliard milliarden milliards million millionen millionn"
    " minus mln mlrd more morning most mrd neither never no none noon nor not o'clock odd off"
    " or other others out over per plural plus pm respectively scarcely short shy something"
    " squared tausend than them thrice times to treble triple tripled twice tys under unless"
    " up us versus vs within you".split()
)
SCALES = set(  # stand for a thousand or more, not always for the same: $5 mill
    "arab bil billi bils centaine centaines cr crore crores docena docenas douzaine"
    " douzaines dutzend dutzende gazillion gazillions grand grands hundert lac lacs lakh"
    " lakhs mia mil mila mill mille milli milliard milliarden milliards millier milliers"
    " millionen millionn mills mils mio mios mln mlrd mn mrd myriad myriads quadrillion"
    " quadrillions quintillion schock sextillion squillion tausend thou thous tr tril"
    " trils tsd tys vingtaine zillion zillions".split()
)
BEHIND = set(  # what is as large as a measure before it says: a $5m house, a 10-year plan
    "tax pay accurate advance advantage bar-bill barrage barrier beam belt bet binge boom bounce"
    " brand bribe"
    " buffer bump bust buyout campaign career champion circuit climb collection comeback contest"
    " corridor countdown crack curfew cushion cycle deadline debate debut defender delay deposit"
    " detour diet dinner dip dispute dive diversion dossier down-payment draw duel earner estate"
    " excess expedition extension field forecast fortune freeze gale goalkeeper grandfather"
    " grandmother guarantee haul heist hike hunt incursion interest investigation jackpot jersey"
    " journey lag layer lease levy limit liquid list load lockdown lottery mandate manoeuvre"
    " mansion map marathon march midfielder mix monopoly outage overhaul pass passage path pause"
    " period pier pile-up possession pregnancy premium presence presidency prize prototype"
    " puddle punt purchase push quarantine quota radius railway range ransom recovery reduction"
    " referendum refund regime reign relief remand renovation rent residence retreat return review"
    " ride"
    " route run rupture search seizure sell-off shaft shutdown slide slip slot slump son-in-law"
    " spell spill sprint squeeze standoff stash stay stint stoppage story strategy streak"
    " stretch striker strip structure subsidy summit supply surcharge surtax suspension swell"
    " tail task threshold tide touchdown transfer trek trench trust vacation voyage wait walk"
    " wide-ranging"
    " winger winner yield".split()
)
LOOSE = set(  # may only mean much or little: a ton of money, an ounce of sense
    "a ton|a tonne|an ounce|a gram|a barrel|a foot|an inch|a pound".split("|")
)
WEIGHED = set(  # what is truly weighed or measured so
    "aid aluminium ammunition beef blood bread butter cannabis carbon cargo cement cheese chicken"
    " coal cocaine coffee concrete copper corn crude debris diesel drugs earth explosives"
    " fertiliser fertilizer fish flour food fruit fuel garbage gold grain heroin ice iron marijuana"
    " meat milk oil paper petrol plastic pork potatoes rain rainfall rice rock rubbish salt sand"
    " silver snow soil steel sugar timber tobacco tomatoes uranium vegetables waste water wheat"
    " wine wood".split()
)
COMPASS = set(
    "north south east west north-east north-west south-east south-west northeast northwest"
    " southeast southwest inland offshore upstream downstream".split()
)
PLACES = COMPASS | set(  # may begin what stands behind a number
    "aboard across after against along already also amid among at before behind beside by"
    " during for from in inside near now of on since still with without".split()
)
FRONT_PLACES = set(  # may stand before a number
    "after amid at during for in on with".split()
)
DAYS_OF = set(  # before a year
    "after before by during early in late mid of since until".split()
)
POINTERS = set(  # point to what is meant
    "a all an her his its last next our past same that the their these this those".split()
)
TIMES = set(  # in “last week”, “that day”
    "century day decade hour month night season week weekend year".split()
)
# “a year earlier” tells when, and “a year” alone how often
A_TIME = rf"\ban? (?:{'|'.join(sorted(TIMES))})"
THEN = r"earlier|later|before|after\w*|ago"
FROM_THEN = rf"(?:{THEN}|(?:back|on)$)"
STATES = set(  # say in which state those are that were counted
    "alive altogether apiece dead each held hit homeless hurt ill left lost missing overall"
    " shot sick slain stolen stuck sunk total unaccounted".split()
)
VERBS = set(  # tell on
    "are attended be became been being believed came can come could did die died do face"
    " faced feared fled get go got had has have is left live lived lost might must need needed"
    " remain remained said saw say sent set shall should stand stood take took told voted want was"
    " went were will won work worked would wrote".split()
)
MEASURED = COMPASS | set(  # behind a measure: six weeks late
    "ahead altitude away behind clear deep earlier early elevation high late later long tall"
    " thick wide".split()
)
DESCRIBE = set(  # before a head: the death toll, a net loss
    "death net gross pre-tax pretax after-tax record peak quarterly yearly monthly weekly daily"
    " half-year full-year first-half second-half jail prison cash".split()
)
HEADS = set(  # before “of” or a bound: a crowd of 40,000
    "age aim area army attendance audience average award bail bid bill bonus bounty"
    " budget capacity chance compensation convoy cost costs crew crowd crowds cut"
    " damages debt decline decrease deficit depth depths discount distance donation drop"
    " fall family fee fees fine fines fleet force gain gap grant group growth gusts"
    " height high highs income increase investment jump jury lead length loan loss"
    " losses low lows magnitude majority margin offer output payment population power"
    " price prices production profit profits rate rates revenue reward rise salary sales"
    " sentence sentences share size speed speeds squad staff stake strength surge"
    " surplus swing team target targets temperature temperatures term terms toll total"
    " turnout turnover valuation value waves weight width winds".split()
)
BEFORE = set(  # verbs before a number: killing 14
    "affecting arrested averaged averaging awarded bought built burned burning burnt buying"
    " carrying charred collected completed confirmed cost costing costs covering damaged destroyed"
    " destroying detained displaced displacing donated driving earned employing employs evacuated"
    " exported faced faces facing fined forcing gathered generated gust gusting hired holding"
    " housing imported injured injures injuring jailed kill killed killing kills lasting leaves"
    " leaving left logged measuring numbered numbering paid pays planted pledged produced raising"
    " reached received recorded recording registered reporting rescued saved scorched scored"
    " scoring seating secured seeking selling served serving shipped sold spanning spending spent"
    " torched totalled totalling totals weighing wins won worth wounded wounding wounds".split()
)
TURNS = set(  # say which way a number went: up 5 per cent
    "climbed decreased down dropped falling falls fell gained grew increased jumped lost"
    " plunged rises rising rose shrank slipped soared surged up".split()
)
ROWS = set(  # the first five years
    "coming final first last next opening past previous".split()
)
AS = set(  # three times as many
    "big deep fast great heavy high large likely long many much often strong".split()
)
NAMED = dict.fromkeys(["age", "aged", "ages"], "years old") | {"magnitude": "magnitude"}
WHEN = set(  # tell on which day, or how often, behind what is counted
    "again already altogether daily friday here monday often overnight saturday sunday there"
    " thursday today together tomorrow tonight tuesday wednesday yesterday".split()
)
SENTENCED = ("jailed for", "sentenced to", "lasted for", "weighs in at")
MOVES = set(  # heads that say how far something went
    "increase rise fall drop decline decrease cut gain jump surge growth swing".split()
)
GOES_ON = set(  # the sentence goes on with these, behind the number and what is counted
    "was were is are be been has have had could can may might will would shall should must do does"
    " did who which that in on at from for with by after before during since as because while when"
    " died dead there here took take left came went said say says".split()
)
DAYS = set(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday"
    " sunday today tomorrow yesterday ago bc bce ad".split()
)
