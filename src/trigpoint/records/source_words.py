"""The words for who made a contact or referral, to the groups of Annex A.

Sources: the children in need census guide's codes 1A to 10 with their explanations
(Department for Education), and Ofsted's Annex A. A group named outright weighs more than
a word that several groups use: `school nurse` is health, `LA housing` is housing.
"""

from trigpoint.records.wording import Family, Rule

_PERSON = "a) Individual"
_SCHOOL = "b) Schools"
_EDUCATION = "c) Education services"
_HEALTH = "d) Health services"
_HOUSING = "e) Housing"
_COUNCIL = "f) LA services"
_POLICE = "g) Police"
_LEGAL = "h) Other legal agency"
_OTHER = "i) Other"
_ANONYMOUS = "j) Anonymous"
_UNKNOWN = "k) Unknown"

#: Words that councils use for two groups: nobody guesses which.
_OPEN_TO = {
    r"unknown ?/? ?anonymous|individuals? anonymous|cs anonymous": (_ANONYMOUS, _UNKNOWN),
    r"occupational therap(?!.*ssd)|nursing home|day care|^mental health staff|^hospital team"
    r"|^(ot|cpn)$|^portage": (_HEALTH, _COUNCIL),
    r"^early years( service| team)?$|^sen( team)?$|^early years (and|&)": (
        _EDUCATION, _COUNCIL, _SCHOOL),
    r"^(mash|marac|idva|domestic)\b": (_COUNCIL, _OTHER),
    r"^legal agency$|^legal$|government dep|benefits? agency|^other (probation|marac|court)"
    r"|^other legal agency eg cafcass|^home office|^housing provid|central gov": (_LEGAL, _OTHER),
    r"^hostel$|residential home": (_HOUSING, _OTHER),
    r"^probation service$|^probation nps": (_LEGAL, _POLICE),
    r"^7 law": (_POLICE, _OTHER),
    r"^internal early help|^other agencies|^supported housing staff|^ifss|services other primary$": (
        _COUNCIL, _HEALTH, _HOUSING, _OTHER),
    r"^ola social services$|^nursing residential": (_COUNCIL, _OTHER),
    r"\bceop\b": (_COUNCIL, _POLICE),
    r"^mp$|councillor|^mps?\b": (_PERSON, _COUNCIL, _OTHER),
    r"^legal (internal|other|services)|^leg legal": (
        _COUNCIL, _OTHER, _LEGAL),
    r"nurser(y|ies)|early years setting": (_EDUCATION, _SCHOOL),
    r"^(edu )?education schools? .*academ": (_EDUCATION, _SCHOOL),
    r"in ?house|^ward$|^other (?!health|social|ssd)\w+ (dep|service|team)|^public other|^probation crc": (
        _HOUSING, _COUNCIL, _OTHER, _HEALTH, _POLICE, _PERSON, _LEGAL),
    r"training (work|prov)|workplace": (_EDUCATION, _OTHER),
    r"^other (service|internal|dep|sources? int)": (
        _OTHER, _COUNCIL, _PERSON),
}  # fmt: skip

#: A group named outright.
_NAMED: tuple[Rule, ...] = (
    (_ANONYMOUS, r"anonym|\banon\b"),
    (_POLICE, r"polic|constab|\bppu\b|\bcaiu\b|\bcait\b|\bvpa\b|\bppn\b|merlin|detective|^pol\b"),
    (_HEALTH, r"(?<!environmental )health|\bhlth|hlth\b|hospital|hosptial|^hosp|\bgps?\b|^g p\b"
     r"|general pract|doctor|\bnurs(?!er)|midwi|\bmidw\b|matron|\ba ?(&|and) ?e\b|^a e\b"
     r"|accident|emergency dep|ambulance|camhs|\bnhs|hospice|paed|medical|dentist"
     r"|(?<!educational )(?<!education )psych(?!.*educ)|clinic\b|clinician|maternity|\bhv\b"
     r"|surgery|\bpct\b|\bccg\b|pharmac|drugs? (and|&|service|work|agency)|alcohol"
     r"|addiction|consultant|walk in|\bward\b(?! of)|\bcmht\b|\bmhat\b|physio|speech|optic"
     r"|health ?visit"),
    (_LEGAL, r"other legal|legal agenc|\bcourts?\b|probation|\bprob\b|cafcass|\bcafs\b|prison"
     r"|\bhmp\b|immigration|solicitor|\bukba\b|home office|youth offending inst|magistrate|border"
     r"|judic|\bcps\b|judge|coroner|lawyer|barrister|custodial"),
    (_HOUSING, r"housing|^hous\b|\bhous (dep|ass)|landlord|hostel|homeless(?!.*team)|shelter|tenan"),
    (_PERSON, r"^individual|^ind\b|^(other )?(relative|family member|friend)|in law\b|self ref"),
)  # fmt: skip

#: Schools and education; then the council's own; then people; then the rest.
_TEACHING: tuple[Rule, ...] = (
    (_SCHOOL, r"^(?!.*(nursery|pre ?school|school (welfare|improv|attend|admission|transport)"
     r"|(service|dept|not) school))"
     r".*\b(schools?|academ\w*|(head ?)?teachers?|primary|secondary|senco|pupil referral|pru|pfsa)\b"),
    (_EDUCATION, r"^(?!.*\b(school|academ|teacher|senco)).*(educ|\bedu\b|college|nursery|universit"
     r"|\bewos?\b|learning (ment|prov)|playgroup|connexions|pupil|\beps?\b)"
     r"|education (service|welfare|dep|other|not)|pre ?school|(service|dept|not) school"
     r"|school (welfare|improv|attend)"),
)  # fmt: skip
_COUNCIL_WORDS: tuple[Rule, ...] = (
    (_COUNCIL, r"\bla\b|^l a\b|local auth|council|social (care|serv|work)|\bcsc\b|\bedt\b|\bscc\b"
     r"|emergency duty|early (help|interv|start)|\bcaf\b|\byot\b|\byos\b|yisp|youth (offend|just"
     r"|serv|work|team|supp)|adults? (s|c|team)|internal|\basc\b|fostering (team|serv)|adoption"
     r"|leaving care|out of hours|\bmash\b|family support|(troubled|stronger) famil|disabilit"
     r"|\biro\b|looked after|leisure|safeguarding|contact centre|customer serv|in ?house"
     r"|children s serv|children s team|(services|other) (other )?dep|neighbourhoods|\bssd\b"
     r"|residential care|young people s serv|^sw$|^sw\b|duty team|area team|\bcin\b|\blado\b"),
)  # fmt: skip
_PEOPLE: tuple[Rule, ...] = (
    (_PERSON, r"individual|\bfamily\b|member of (the )?public|neighbour|friend|relati(ve|on)"
     r"|(?<!step)parent|mother|father|\bgrand|aunt|uncle|sibling|brother|sister|\bself\b|carer"
     r"|stranger|acquaint|public|partner\b|spouse|guardian|\bmum\b|\bdad\b|young person|client"
     r"|cousin|\bchild\b$|\bmoth\b|\bfath\b|\bgrpa\b|\bhusb|\bwife\b|daughter|\bson\b|niece|nephew"
     r"|service user|child ?mind|step ?(mother|father|parent)|lodger|household|elected member"),
    (_OTHER, r"nspcc?\b|barnardo|fire (serv|dep|brig|and)|women s aid|\bcab\b|citizen"),
)  # fmt: skip
_REST: tuple[Rule, ...] = (
    (_OTHER, r"children ?s cent|voluntary|\bvol\b|charit|^char$|indepen|\bother$|^other\b|community"
     r"|church|faith|agency|refuge|embassy|armed|military|counsell|\bfire\b|third sector|ofsted"
     r"|employer|private|press|media|religious|advoca|childline|\bvcs\b|commissioned|catch 22|third party|forces|youth\s+federation|taxi|organisation|inspection|n s p c c|work and pensions|care external|^external eg"),
    (_COUNCIL, r"^cs |\bdept?\b|^benefits serv|emergency assist|resource centre|day\s+cent|accomm?odation manager|senior pract|gateway|step down|children (& |and )?famil|lbh"),
    (_UNKNOWN, r"unkn?own|^nk$|not (known|record|stated|specif)"),
)  # fmt: skip

#: `Other - including ...` is the other group, whatever it goes on to include.
_LED: tuple[Rule, ...] = (
    (_SCHOOL, r"^(edu )?education schools?$|^education services school"),
    (_EDUCATION, r"^education health|^esw service"),
    (_COUNCIL, r"^adult s services|drugs? & alcohol team|^substance misuse (team|staff|worker)|^other (ssd|social serv)"
     r"|^(targeted )?family support|parenting and family support|^sure ?start|childr\w+ s? ?centres? key|childr.*famil(y|ies) first|family service$|neighbourhood officer"
     r"|early years (and|&) early|occupational therap.*ssd|(la|local authority) .*childr\w+ s centre|family support .*child"),
    (_OTHER, r"^oth\b|^(source |x )?other (incl|eg|e g|children|agenc|profess|team|source)|^childrens? ?s? centres?|^(edu )?childr\w+ s? ?centre"
     r"|^(independent )?(foster(ing)?|adoption) agency|^ifa$|^(agency|provider)$|external eg from ola|young carers"),
    (_HEALTH, r"^primary link|^emergency services?$|^other health|^substance misuse services?$|optomet"),
    (_LEGAL, r"rehabilitation company|legal prof|^registrar|law centre"),
    (_OTHER, r"^(\d+ )?other (e ?g|eg|inc\w*|i ?e) "),
    (_LEGAL, r"^(\d+ )?(other )?legal agency .*(inc|e ?g|other)|^other legal(?! agency eg caf)"),
    (_HEALTH, r"^(\d\w? )?(other )?(primary|secondary|community)? ?health (service|other)"),
    (_COUNCIL, r"^(\w+ )?(\d\w? )?(la|local authority) services?\b(?!.*\bhous)"),
    (_PERSON, r"^(\d+\w? )?ind(ividual)?s? (?!anon)"),
)  # fmt: skip
_CODES: tuple[Rule, ...] = (
    (_PERSON, r"1[A-D]"),
    (_SCHOOL, r"2A"),
    (_EDUCATION, r"2B"),
    (_HEALTH, r"3[A-F]"),
    (_HOUSING, r"4"),
    (_COUNCIL, r"5[A-D]"),
    (_POLICE, r"6"),
    (_LEGAL, r"7"),
    (_OTHER, r"8"),
    (_ANONYMOUS, r"9"),
    (_UNKNOWN, r"10"),
)

SOURCE = Family(
    official=_CODES,
    tiers=(_LED, _NAMED, _TEACHING, _COUNCIL_WORDS, _PEOPLE, _REST),
    open_to=_OPEN_TO,
)
