"""Words of offices, of people and of bodies that may speak, for the names in a sentence."""

from ..reading.alike import PEOPLE

# words of an office that stand before a name
OFFICES = (
    "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Fire|Police|Deputy|Acting|Chief|Captain"
    "|Commander|Sergeant|Inspector|Superintendent|Commissioner|Constable|Officer|Colonel|General"
    "|Lieutenant|Major|Admiral|Judge|Justice|Mayor|Governor|Senator|Councillor|Representative"
    "|President|Prime|Foreign|Defence|Finance|Health|Interior|Minister|Secretary|Chancellor"
    "|Director|Financial|Executive|Operating|Medical|Technology|Vice"
    "|Manager|Coach|District|Attorney|Sheriff|Detective|Agent|Chair|Chairman"
    "|Chairwoman|Spokesman|Spokeswoman|Spokesperson|CEO|CFO|COO"
)
# the last word of an office, in whatever stands before it: San Diego County District Attorney
RANK = (
    r"(?:Captain|Commander|Sergeant|Inspector|Superintendent|Commissioner|Constable|Officer"
    r"|Colonel|Lieutenant|Major|Admiral|Judge|Justice|Mayor|Governor|Senator|Councillor"
    r"|Representative|President|Minister|Secretary|Chancellor|Director|Manager|Coach|Attorney"
    r"|Sheriff|Detective|Agent|Chair|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson"
    r"|CEO|CFO|COO)"
)
# bodies whose name begins as an office does: General Motors, Financial Times, Health Ministry
BODY = (
    r"(?:Motors|Electric|Mills|Dynamics|Assembly|Times|Post|Department|Ministry|Office|Board|Agency"
    r"|Service|Services|Authority|Council|Commission|Committee|Court|Association|Federation"
    r"|Institute|Organi[sz]ation|Group|Bank|Fund|Party|Union|Club|University|Hospital|Company)"
)

PERSONS = PEOPLE | set(
    "official manager spokesman spokeswoman spokesperson expert critic doctor nurse lawyer witness"
    " neighbour officer prosecutor investigator analyst diplomat researcher scientist engineer"
    " teacher parent organiser observer source colleague minister director player driver lawmaker"
    " economist barrister trader investor executive chief leader president mayor governor judge"
    " coach head chairman chair owner founder author editor reporter journalist adviser advisor"
    " consultant auditor inspector detective sheriff attorney solicitor defendant".split()
)
BODIES = set(
    "police authority company agency ministry department government council board office force"
    " court charity union bank firm group committee commission party army navy military hospital"
    " university school club team league federation association institute organisation"
    " organization regulator watchdog airline manufacturer retailer study report statement survey"
    " poll paper newspaper magazine website broadcaster station network embassy parliament senate"
    " administration bureau service centre center fund operator country province district state"
    " city county media press".split()
)
