"""The field's own words for a code: official short codes, and words that tell.

Rules, not a list of spellings. For each family of columns: OFFICIAL codes of the
national returns (children in need census, SSDA903) that stand for a label, and WORDS,
read in order, the first that is found. Sources: the code lists of those returns
(Department for Education), and Ofsted's Annex A.
"""

from trigpoint.records.care_words import (
    CEASED,
    CEASED_CODES,
    HOME,
    HOME_CODES,
    PLACEMENT,
    PLACEMENT_CODES,
)
from trigpoint.records.need_words import NEED
from trigpoint.records.source_words import SOURCE
from trigpoint.records.wording import Family, Rule

#: Ethnicity, to the groups of Annex A.
_ETHNICITY: tuple[Rule, ...] = (
    ("f) Not stated", r"^(?!white|black).*not yet obtain|unable to provide|^(u x2|0|f1)$|^e4 not known"),
    ("e) Other ethnic group", r"^(\w{1,2}\d? )?asian(?! and).*(afghan|chinese)|^arab$|^other( eth\w*)?( groups?)?$"),
    # What the text begins with is its group, whatever it goes on to say.
    ("a) White", r"^(\w{1,2}\d? |w[a-z]{3} )*white(?! (british )?(and|&|/)"
     r"|.*\b(and|&) (black|asian|chinese|carib|african|pakist|indian))"),
    ("d) Black or black British", r"^(\w{1,2}\d? |b[a-z]{3} )*black (or black|(any )?other|burkina)"),
    ("?", r"mixed black"),
    ("c) Asian or Asian British", r"^(\w{1,2}\d? |a[a-z]{3} )*asian (or )?(asian|(any )?other)|mauriti"),
    ("?", r"^mixed asian|syrian|kurd|^sikh$"),
    ("f) Not stated", r"refus|declin|not (yet )?(obtain|stated|known|record|given|specif|disclosed"
     r"|available|provided|declared|supplied|asked)|nobt|unknown|no (info|record|data)|unborn"
     r"|information not|not yet|unspecified ethnic|\bns\b|prefer not|undeclared|\brefu\b"
     r"|not applicable|inconclusive|do(es)? not know|don t know|withheld|did not wish|missing"
     r"|to be (confirmed|advised)|awaiting|preferred not|would not say|^x+$"),
    ("b) Mixed", r"mixed|\bmwbc\b|\bmwba\b|\bmwas\b|\bmoth\b|dual|multiple|white (british )?"
     r"(and|&) (black|asian|chinese|any|other|african|carib|pakist)"
     r"|(black|asian|african|caribbean) (and|&) white"
     r"|white (black|asian)\b|asian (and|&) (black|chinese)|black (and|&) (asian|chinese|any)"
     r"|chinese (and|&)|\bm(?!ain)[wao][a-z]{2}\b|half caste|mult ethnic"),
    ("e) Other ethnic group", r"chinese or other|\bchne\b|chinese|\booth\b|\b[ao]?[o0]th\b.*ethnic"
     r"|other ethnic|any other( background| group| ethnic)?$|arab|vietnam|iran|iraq|afghan"
     r"|filipino|thai|malay|japan|korea|yemen|moroc|egypt|latin|south america|polynes|libya"
     r"|lebanes|algeria|middle east|syria|persia|other group|buddh|hindu|muslim|sikh|central americ|taiwan|cambod"
     r"|turk.*other|\bo[a-z]{3}\b.*other|kuwait|palestin|berber|brazil|^[co](?!oth)[a-z]{3}$"),
    ("c) Asian or Asian British", r"\baind\b|\bapkn\b|\baban\b|\baoth\b|asian|indian(?! ocean)"
     r"|pakistan|bangladesh|sri lank|tamil|nepal|kashmir|mirpuri|\ba[a-z]{3}\b asian|^a(?!rab|sia)[a-z]{3}$"),
    ("d) Black or black British", r"\bbcrb\b|\bbafr\b|\bboth\b|black|caribbean|african?\b|somali"
     r"|nigeria|ghana|congo|ethiop|eritre|sudan|angola|zimbabw|ugand|kenya|gambia|jamaica"
     r"|sierra leon|rwand|cameroon|ivor|antigua|barbud|barbad|dominica\\b|guyana|st kitts|trinidad"
     r"|grenad|st lucia|montserrat|^b(?!oth and)[a-z]{3}$"),
    ("a) White", r"\bwbri\b|\bwiri\b|\bwirt\b|\bwoth\b|\bwrom\b|white|british|irish|roma\b|gyps"
     r"|travel|english|scot|welsh|poli?sh|polis|roman|europ|bulgar|lithuan|latvia|portug|albania"
     r"|kosov|russia|ukrain|croat|bosnia|serb|ital|spanish|french|german|dutch|greek|czech"
     r"|jewish|slovak|hungar|cornish|estonia|turkish"),
)  # fmt: skip
_ETHNICITY_CODES: tuple[Rule, ...] = (
    ("a) White", r"W(?:BRI|IRI|IRT|OTH|ROM|[A-Z]{3})|A[1-6]"),
    ("b) Mixed", r"M(?:WBC|WBA|WAS|OTH|[A-Z]{3})|B[1-5]"),
    ("c) Asian or Asian British", r"A(?:IND|PKN|BAN|OTH)|(?:C\.)?C[1-5]"),
    ("d) Black or black British", r"B(?:CRB|AFR|OTH)|D[1-4]"),
    ("e) Other ethnic group", r"CHNE|OOTH"),
    ("f) Not stated", r"REFU|NOBT"),
)

_CLOSED_CODES: tuple[Rule, ...] = (
    ("a) Adopted", r"RC ?1"),
    ("b) Died", r"RC ?2"),
    ("c) Residence Order", r"RC ?3"),
    ("d) Special Guardianship Order", r"RC ?4"),
    ("e) Transfer to another LA", r"RC ?5"),
    ("f) Transfer to Adult Social Services", r"RC ?6"),
    ("g) 'Other' incl. Child no longer in need", r"RC ?7"),
    ("h) Child not in need after assessment", r"RC ?[89]"),
)
_CLOSED: tuple[Rule, ...] = (
    ("?", r"^refused services"),
    ("h) Child not in need after assessment", r"after assess|^eha? |no further sw"),
    ("?", r"refer(red|ral) to (an)?other"),
    ("a) Adopted", r"adopted|adoption order"),
    ("b) Died", r"died|death|deceased"),
    ("d) Special Guardianship Order", r"guardian|\bsgo\b"),
    ("c) Residence Order", r"residence order|child arrangement"),
    ("f) Transfer to Adult Social Services", r"adult"),
    ("e) Transfer to another LA", r"transf.{0,30}(another|other) (la\b|local|auth|council)"
     r"|(another|other) (la\b|local auth)"),
    ("h) Child not in need after assessment", r"after (c ?& ?f |initial |core |single |initial or continuous )?assess"),
    ("i) Not Stated", r"not stated|unknown|not record"),
    ("g) 'Other' incl. Child no longer in need", r"other reason|ceased|no longer|achieved|refus"
     r"|inappropriate|stepp?ed|step (up|down)|early help|moved|withdr|age of|declin|complete"
     r"|circumst|no further|closed|case clos|aim |terminated|contact lost|(?<!threshold )not met|^error|\bcaf\b(?!.*threshold)|\becaf\b|\btaf\b|workflow ended|closure summary"
     r"|objectives? met|^other$|return home|sentenced|plan now in place|^future directions"),
)  # fmt: skip

_LEGAL_CODES: tuple[Rule, ...] = (
    ("a) Interim care orders", r"C1"),
    ("b) Full care orders", r"C2"),
    ("c) Freed for  Adoption", r"D1"),
    ("d) Placement order granted", r"E1"),
    ("e) Accommodated under S20", r"V2"),
    ("f) Detained on child protection grounds in LA accommodation", r"L[123]"),
    ("g) Youth justice legal Statuses", r"J[34]"),
    ("?", r"J[12]"),
    ("zzCodeError", r"V[34]"),
)
_LEGAL: tuple[Rule, ...] = (
    ("?", r"^j[12]\b|^on remand"),
    ("zzCodeError", r"agreed series|short ?term breaks?|accommodated with breaks"
     r"|child arrangement|guardian|care leaver|section 47|residence order"),
    ("g) Youth justice legal Statuses", r"supervis|supervsn|^sup ord|^(detained on )?remand|12aa"),
    ("b) Full care orders", r"wardship"),
    ("d) Placement order granted", r"placement order|^po$"),
    ("a) Interim care orders", r"interim|^ico$"),
    ("b) Full care orders", r"care order|^fco$|^co$"),
    ("c) Freed for  Adoption", r"freed|freeing"),
    ("e) Accommodated under S20", r"s ?20\b|sect?(ion)?\.? *20|single period|voluntary|accomm.*20"),
    ("f) Detained on child protection grounds in LA accommodation", r"police|emergency|child assess"
     r"|\bepo\b"),
    ("g) Youth justice legal Statuses", r"remand|youth|pace|sentenc|\bypoa?\b|secure accom"),
)  # fmt: skip

_PROVIDER_CODES: tuple[Rule, ...] = (
    ("a) Own LA", r"PR ?1"),
    ("b) Private", r"PR ?4"),
    ("c) Other", r"PR ?[0235]"),
)
_PROVIDER: tuple[Rule, ...] = (
    (
        "c) Other",
        r"other|voluntary|parent|third|public|not required|unauthor|unknown|^$",
    ),
    ("b) Private", r"private|independent|ifa"),
    ("a) Own LA", r"own (provision|la)|by (the )?(la|local)|in ?house"),
)

_GENDER: tuple[Rule, ...] = (
    ("d) Neither", r"trans|non ?binary|indeterminate|neither|unable to classify|other"),
    (
        "c) Not stated/recorded",
        r"unborn|not (stated|record|known|spec)|unknown|unspecified|^[0u9i]\b",
    ),
    ("b) Female", r"^(2|f|female|girl|femal)\b|\bfemale\b"),
    ("a) Male", r"^(1|m|male|boy)\b|\bmale\b"),
)

_PERMANENCE: tuple[Rule, ...] = (
    ("c) SGO/CAO", r"guardian|\bsgo\b|residence order|child arrangement|\bcao\b"),
    ("b) Adoption", r"adopt"),
    ("a) Return to family", r"return|rehab|family|home to|parent"),
    ("e) Long-term residential placement", r"residential"),
    ("f) Long-term fostering", r"foster"),
    ("d) Supported living in the community", r"supported|independ"),
    ("g) Other", r"other"),
)
_TOUCH: tuple[Rule, ...] = (
    ("d) Exclude", r"abroad|not known|returned|died|parental"),
    ("c) Not recorded", r"not recorded"),
    (
        "b) Not in touch",
        r"^0?[0-9 -]*no\b|^n$|refus|\brefu\b|not in touch|nreq|no longer",
    ),
    ("a) In touch", r"yes|^y$|in touch|^1\b"),
)
_ELIGIBLE: tuple[Rule, ...] = (
    ("b) Former relevant", r"^(?!.*qualif).*former"),
    ("c) Qualifying", r"qualif|^q$"),
    ("d) Eligible", r"eligible|^e$"),
    ("a) Relevant", r"relevant|^r$"),
    ("e) Other", r"other|^-?$"),
)
_SUITABLE: tuple[Rule, ...] = (
    ("b) Not suitable", r"unsuit|not suit|^no?$|^[02]\b"),
    ("c) Not in touch or not recorded", r"not record|not in touch|unknown|not known"),
    ("a) Suitable", r"suitable|^y(es)?$|true|^1\b"),
)
_LOCATION: tuple[Rule, ...] = (
    ("b) Out", r"^out|^n$|^b\b"),
    ("a) In", r"^in|^y$|^a\b"),
)
_STATUS: tuple[Rule, ...] = (
    ("e) Closed episode", r"clos"),
    ("a) Looked after child", r"looked|\blac\b|\bcla\b"),
    ("b) Child Protection plan", r"protect|\bcpp?\b"),
    ("d) Open assessment", r"open|assess|asmt"),
    ("c) Child in need plan", r"need|\bcin\b"),
)

#: Yes, no and unknown, however they are put.
_TRUTH: tuple[Rule, ...] = (
    ("Unknown", r"unknown|not (known|obtain|stated|yet)|nobt|refu|no visit"),
    (
        "False",
        r"^(no(?! further)|n|0|false|b\) no)\b|not seen|unborn|not offered|^none\b|no disab|non uasc"
        r"|^further|^fa$|^cla$|seen with",
    ),
    ("True", r"^(yes|y|1|true|a\) yes)\b|seen|no further|^nfa$|offered|accepted|^uasc"),
)
_DISABILITY: tuple[Rule, ...] = (
    *_TRUTH[:2],
    (
        "True",
        r"^(yes|y|1|true)\b|mob|hand|personal|\bpc\b|incon|\binc\b|comm|learn|\bld\b|hear|vis"
        r"|beh|con\b|consci|aut|asperg|dda|disab|other",
    ),
)

_NOT_PLACED_CODES: tuple[Rule, ...] = (
    ("a) Child’s needs changed", r"RD ?1"),
    ("b) Court did not make a PO", r"RD ?2"),
    ("c) Prospective adopters cannot be found", r"RD ?3"),
    ("d) Any other reason", r"RD ?4"),
)
_NOT_PLACED: tuple[Rule, ...] = (
    ("?", r"overturn"),
    ("b) Court did not make a PO", r"court did not|order not (granted|made)"),
    (
        "c) Prospective adopters cannot be found",
        r"adopters? .*(not|cannot).* found|no adopters",
    ),
    ("a) Child’s needs changed", r"needs? (have )?changed"),
    ("d) Any other reason", r"other reason|disrupt"),
)
_LEFT_ADOPTION_CODES: tuple[Rule, ...] = (
    ("a) Withdrew", "1"),
    ("b) Process on hold", "2"),
    ("c) Application refused", "3"),
)
_LEFT_ADOPTION: tuple[Rule, ...] = (
    ("a) Withdrew", r"withdr"),
    ("b) Process on hold", r"on hold"),
    ("c) Application refused", r"refus|reject|not approv"),
)

#: Columns whose words are read in order: the first found outweighs the others. In the
#: others, words of two kinds leave the answer open.
_IN_ORDER = {
    "ethnicity", "placement type", "reason ceased", "type of accommodation", "gender",
    "permanence plan", "la in touch", "eligibility", "suitability", "case status",
    "disability", "placement location", "placement provider", "reason for closure", "legal status",
    "no longer placed", "leaving adoption",
}  # fmt: skip
#: Columns in which a code of the national return outweighs the words beside it.
_CODE_FIRST = {"placement type", "reason ceased", "legal status"}
_SIMPLE: dict[str, tuple[tuple[Rule, ...], tuple[Rule, ...]]] = {
    "ethnicity": (_ETHNICITY_CODES, _ETHNICITY),
    "placement type": (PLACEMENT_CODES, PLACEMENT),
    "reason ceased": (CEASED_CODES, CEASED),
    "type of accommodation": (HOME_CODES, HOME),
    "reason for closure": (_CLOSED_CODES, _CLOSED),
    "legal status": (_LEGAL_CODES, _LEGAL),
    "placement provider": (_PROVIDER_CODES, _PROVIDER),
    "gender": ((), _GENDER),
    "permanence plan": ((), _PERMANENCE),
    "la in touch": ((), _TOUCH),
    "eligibility": ((), _ELIGIBLE),
    "suitability": ((), _SUITABLE),
    "case status": ((), _STATUS),
    "placement location": ((), _LOCATION),
    "disability": ((), _DISABILITY),
    "no longer placed": (_NOT_PLACED_CODES, _NOT_PLACED),
    "leaving adoption": (_LEFT_ADOPTION_CODES, _LEFT_ADOPTION),
}

#: Part of a column's name -> the words of that kind of column.
FAMILIES: dict[str, Family] = {
    **{
        name: Family(
            official=codes,
            tiers=(words,),
            ordered=name in _IN_ORDER,
            code_first=name in _CODE_FIRST,
        )
        for name, (codes, words) in _SIMPLE.items()
    },
    "referral source": SOURCE,
    "contact source": SOURCE,
    "primary need": NEED,
    "category of need": NEED,
}
TRUTH = Family(tiers=(_TRUTH,), ordered=True)
