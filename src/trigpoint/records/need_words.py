"""The words for a child's category of need, to the groups of Annex A.

Source: the children in need census guide's primary need codes N1 to N9 and N0
(Department for Education), and Ofsted's Annex A. Councils keep local sub-codes under
those (`N6d`, `4g`): the national number decides, whatever the local words are.
"""

from trigpoint.records.wording import Family, Rule

_ABUSE = "a) Abuse or neglect"
_DISABILITY = "b) Child's disability"
_PARENT = "c) Parents illness or disability"
_STRESS = "d) Family in acute stress"
_DYSFUNCTION = "e) Family dysfunction"
_BEHAVIOUR = "f) Socially unacceptable behaviour"
_INCOME = "g) Low income"
_ABSENT = "h) Absent parenting"
_NOT_NEED = "i) Not CIN"
_NOT_STATED = "j) Not stated"

_NUMBERS = {
    "1": _ABUSE, "2": _DISABILITY, "3": _PARENT, "4": _STRESS, "5": _DYSFUNCTION,
    "6": _BEHAVIOUR, "7": _INCOME, "8": _ABSENT, "9": _NOT_NEED, "0": _NOT_STATED,
}  # fmt: skip
_CODES: tuple[Rule, ...] = tuple(
    (label, rf"(?:CIN[ -]*)?N ?{number}(?!\d)[A-Z]{{0,4}}\d?|0?{number}[A-Z]?(?=$|[ :.)-])")
    for number, label in _NUMBERS.items()
)  # fmt: skip

#: The official group named outright.
_NAMED: tuple[Rule, ...] = (
    (_NOT_NEED, r"other than (a )?(child|cin)|not (a )?(cin|child(ren)? in need)|not in need"
     r"|adoption support|inter ?country|step ?parent|private foster|\bcases other"),
    (_NOT_STATED, r"not (yet )?(stated|known|record|determin|specif)|unknown|not complete|^nan$|no need code"),
    (_ABSENT, r"absent parent|^absence of parent"),
    (_PARENT, r"^(?!.*child(ren)? s (disab|illness)).*(parent(s|al)?( s)? ?(illness|disab|dis\b)"
     r"|illness/? ?dis.*parent|parntil)"),
    (_STRESS, r"acute (di)?stress|temporary crisis|\bfias\b|family in.{0,8}stress|family distress"),
    (_DYSFUNCTION, r"family dysf|family disf|\bdysfunc"),
    (_BEHAVIOUR, r"social\w* unaccept|unacceptable behav"),
    (_INCOME, r"low income"),
    (_ABUSE, r"abuse (or|and|&|/)? ?neglect"),
    (_DISABILITY, r"^child(ren)?( s|s)? ?(disab|illness|dis\b)|disability or illness of child"),
)  # fmt: skip
_WORDS: tuple[Rule, ...] = (
    (_ABUSE, r"^substance mis(us|ue)"),
    (_DYSFUNCTION, r"^fst "),
    (_ABSENT, r"^abandon|unaccompanied|\buasc\b|no parent|orphan|bereave"),
    (_PARENT, r"^par men|mental health parent|parent(s|al|ing)?( s)? ?(ill\b|mental|alcohol|substance|drug|physical|learning"
     r"|health|with (learning|mental|physical))|carer.{0,6}ill|disab\w* parent|ill parent"
     r"|parents? (abus|misus)"),
    (_INCOME, r"poverty|financ|below the standard state|^inc "),
    (_BEHAVIOUR, r"offend|anti ?social|behaviour(?!al)|criminal|gang|truan|^bhv\b"
     r"|beyond parental"),
    (_STRESS, r"homeless|single parent|crisis|housing|accommodation"),
    (_DYSFUNCTION, r"family (breakdown|relation|conflict)|relationship|family functioning|^fds\b"
     r"|parenting capacity|inadequate parent"),
    (_ABUSE, r"(?<!substance )(?<!alcohol )(?<!drug )(?<!domestic )abuse|neglect|exploit|\bcse\b"
     r"|mutilation|\bfgm\b|radical|traffick|significant harm|^abs (phys|sex|emo|neg)|section 47"),
    (_DISABILITY, r"disab|autis|asperg|\badhd\b|sensory|learning diff|hearing|visual|special need"
     r"|\bsen\b|frailty|occupational th|^dis (ebhv|lrn|sens|phys)|impair"),
)  # fmt: skip

#: What is left of "cases other than children in need" once what it rules out is gone.
_LEFT: tuple[Rule, ...] = (
    (_NOT_NEED, r"^(cin|cases?)$"),
    (_ABUSE, r"^(physical|emotional|sexual) harm$"),
)

NEED = Family(
    official=_CODES,
    tiers=(_LEFT, _NAMED, _WORDS),
    code_first=True,
    open_to={
        r"^cw housing|reference data": (_STRESS, _NOT_STATED),
        r"^(domestic (abuse|violence)|dv|da)\b|violence in the (home|family)": (_ABUSE, _DYSFUNCTION),
        r"^(?!low income|absent p).*(recourse|asylum(?!.*unacc)(?<!unaccompanied asylum)(?!.*low))": (_INCOME, _ABSENT, _STRESS),
    },
)  # fmt: skip
