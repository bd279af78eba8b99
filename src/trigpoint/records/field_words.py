"""The field's own words for a code: official short codes, and words that tell.

Rules, not a list of spellings. For each family of columns: OFFICIAL codes of the
national returns (children in need census, SSDA903) that stand for a label, and WORDS,
read in order, the first that is found. Sources: the code lists of those returns
(Department for Education), and Ofsted's Annex A.
"""

Rule = tuple[str, str]

#: Ethnicity, to the groups of Annex A.
_ETHNICITY: tuple[Rule, ...] = (
    ("f) Not stated", r"refus|declin|not (yet )?(obtain|stated|known|record|given|specif|disclosed"
     r"|available|provided|declared|supplied|asked)|nobt|unknown|no (info|record|data)|unborn"
     r"|information not|not yet|unspecified ethnic|\bns\b|prefer not|undeclared|\brefu\b"
     r"|not applicable|inconclusive|do(es)? not know|don t know|withheld|did not wish|missing"
     r"|to be (confirmed|advised)|awaiting"),
    ("b) Mixed", r"mixed|\bmwbc\b|\bmwba\b|\bmwas\b|\bmoth\b|dual|multiple|white (british )?"
     r"(and|&) (black|asian|chinese|any|other|african|carib)"
     r"|(black|asian|african|caribbean) (and|&) white"
     r"|white (black|asian)\b|asian (and|&) (black|chinese)|black (and|&) (asian|chinese|any)"
     r"|chinese (and|&)|\bm[wao][a-z]{2}\b|half caste|mult ethnic"),
    ("e) Other ethnic group", r"chinese or other|\bchne\b|chinese|\booth\b|\b[ao]?[o0]th\b.*ethnic"
     r"|other ethnic|any other( background| group| ethnic)?$|arab|vietnam|iran|iraq|kurd|afghan"
     r"|filipino|thai|malay|japan|korea|yemen|moroc|egypt|latin|south america|polynes|libya"
     r"|lebanes|algeria|middle east|syria|persia|other group|buddh|hindu|muslim|sikh|jewish"
     r"|turk.*other|\bo[a-z]{3}\b.*other|kuwait|palestin|berber|brazil"),
    ("c) Asian or Asian British", r"\baind\b|\bapkn\b|\baban\b|\baoth\b|asian|indian(?! ocean)"
     r"|pakistan|bangladesh|sri lank|tamil|nepal|kashmir|mirpuri|\ba[a-z]{3}\b asian"),
    ("d) Black or black British", r"\bbcrb\b|\bbafr\b|\bboth\b|black|caribbean|african?\b|somali"
     r"|nigeria|ghana|congo|ethiop|eritre|sudan|angola|zimbabw|ugand|kenya|gambia|jamaica"
     r"|sierra leon|rwand|cameroon|ivor"),
    ("a) White", r"\bwbri\b|\bwiri\b|\bwirt\b|\bwoth\b|\bwrom\b|white|british|irish|roma\b|gyps"
     r"|travel|english|scot|welsh|poli?sh|polis|roman|europ|bulgar|lithuan|latvia|portug|albania"
     r"|kosov|russia|ukrain|croat|bosnia|serb|ital|spanish|french|german|dutch|greek|czech"
     r"|slovak|hungar|cornish|estonia|turkish"),
)  # fmt: skip
_ETHNICITY_CODES: tuple[Rule, ...] = (
    ("a) White", r"W(?:BRI|IRI|IRT|OTH|ROM|[A-Z]{3})|A[1-6]"),
    ("b) Mixed", r"M(?:WBC|WBA|WAS|OTH|[A-Z]{3})|B[1-5]"),
    ("c) Asian or Asian British", r"A(?:IND|PKN|BAN|OTH)|C[1-5]"),
    ("d) Black or black British", r"B(?:CRB|AFR|OTH)|D[1-4]"),
    ("e) Other ethnic group", r"CHNE|OOTH"),
    ("f) Not stated", r"REFU|NOBT"),
)

#: Who made a contact or referral, to the groups of Annex A.
_SOURCE: tuple[Rule, ...] = (
    ("?", r"unknown ?/? ?anonymous|police.*(school|health|social)|court.*police"),
    ("j) Anonymous", r"anonym"),
    ("g) Police", r"polic|constab|\bppu\b|\bcaiu\b|\bcait\b|british transport|\bvpa\b|\bppn\b"
     r"|merlin|detective"),
    ("h) Other legal agency", r"legal|court|probation|solicitor|immigration|prison|ukba"
     r"|home office|youth offending institution|magistrate|border|\blaw\b|judic|\bcps\b"
     r"|crown|custody"),
    ("e) Housing", r"housing|landlord|hostel|homeless|shel\b|shelter|tenan"),
    ("d) Health services", r"health|hospital|\bgp\b|g p\b|doctor|nurs|midwi|a ?(&|and) ?e\b|\ba e\b"
     r"|accident|emergency dep|ambulance service trust|\bcamhs\b|\bnhs\b|hospice|paediatric"
     r"|medical|dentist|psych|clinic|maternity|\bhv\b|surgery|therap|\bpct\b|pharmac|drug"
     r"|substance|sexual health|consultant"),
    ("b) Schools", r"^(?!.*(nursery|pre ?school|welfare|education (service|other)))"
     r".*\b(school|academ|teacher|head ?teacher|primary|secondary)"),
    ("c) Education services", r"educ|college|nursery|universit|pre ?school|\bewo\b|\bewos\b"
     r"|learning|playgroup|early years|connexions|\bsen\b|pupil|child ?mind|\beps?\b"),
    ("f) LA services", r"\bla\b|l a\b|local auth|council|social (care|serv|work)|\bcsc\b|\bedt\b"
     r"|emergency duty|early help|\bcaf\b|\byot\b|\byos\b|youth offend|youth (just|serv|work|team)"
     r"|adult(s)? (s|c)|internal|\basc\b|fostering|adoption|leaving care|out of hours|\bmash\b"
     r"|family support|troubled famil|disabilit|\biro\b|\bcin\b|looked after|\bmarac\b|leisure"
     r"|safeguarding (team|unit)|contact centre|customer serv"),
    ("a) Individual", r"individual|family|member of (the )?public|neighbour|friend|relat|parent"
     r"|mother|father|grand|aunt|uncle|sibling|brother|sister|\bself\b|carer|stranger|acquaint"
     r"|public|partner|spouse|guardian|\bmum\b|\bdad\b|young person|client|cousin|\bchild\b$"),
    ("i) Other", r"children s cent|childrens cent|sure ?start|voluntary|charit|independent|indepen"
     r"|\bother$|^other\b|nspcc|barnardo|community|church|faith|agency provider|women s aid"
     r"|refuge|embassy|armed|military|counsell|\bfire\b|third sector|ofsted|\bcab\b|citizen|\bmp\b"
     r"|employer|private|press|media|religious"),
    ("k) Unknown", r"unknown|not (known|record|stated|specif)"),
)  # fmt: skip
_SOURCE_CODES: tuple[Rule, ...] = (
    ("a) Individual", r"1[A-D]"),
    ("b) Schools", r"2A"),
    ("c) Education services", r"2B"),
    ("d) Health services", r"3[A-F]"),
    ("f) LA services", r"5[A-D]"),
)

_NEED: tuple[Rule, ...] = (
    ("i) Not CIN", r"other than (a )?(child|cin)|not (a )?(cin|child(ren)? in need)|not in need"
     r"|adoption support|inter country|step ?parent|private foster|\bcases other"),
    ("j) Not stated", r"not (yet )?(stated|known|record|determin|specif)|unknown|not complete"),
    ("h) Absent parenting", r"absent|absence of parent|abandon|unaccompanied|\buasc\b|asylum"
     r"|no parent|orphan|bereave"),
    ("c) Parents illness or disability", r"parent(s|al|ing)?( s)? ?(illness|disab|dis\b|ill\b"
     r"|mental|alcohol|substance|drug|physical|learning|health)|illness.{0,6}parent|carer.{0,6}ill"
     r"|disab.* parent|parental"),
    ("g) Low income", r"low income|povert|financ|no recourse"),
    ("f) Socially unacceptable behaviour", r"unaccept|offend|anti ?social|behaviour(?!al)|criminal"
     r"|disorder|gang|truan"),
    ("d) Family in acute stress", r"acute|stress|distress|homeless|\bfias\b|single parent|crisis"
     r"|housing|teenage preg|accommodation"),
    ("e) Family dysfunction", r"dysfunc|breakdown|family disfunc|domestic|relationship|conflict"
     r"|family functioning"),
    ("a) Abuse or neglect", r"abuse|neglect|harm|exploit|\bcse\b|violen|mutilation|\bfgm\b|radical"
     r"|traffick|risk of"),
    ("b) Child's disability", r"disab|disabl|autis|asperg|\badhd\b|sensory|learning diff|hearing"
     r"|visual|illness|special need|\bsen\b"),
)  # fmt: skip
_NEED_LABELS = {
    "1": "a) Abuse or neglect",
    "2": "b) Child's disability",
    "3": "c) Parents illness or disability",
    "4": "d) Family in acute stress",
    "5": "e) Family dysfunction",
    "6": "f) Socially unacceptable behaviour",
    "7": "g) Low income",
    "8": "h) Absent parenting",
    "9": "i) Not CIN",
    "0": "j) Not stated",
}
_NEED_CODES = tuple(
    (label, rf"(?:CIN ?)?N ?{number}(?!\d)[A-Z]{{0,4}}|0?{number}[A-Z]?(?=[ :.)-])")
    for number, label in _NEED_LABELS.items()
)

_PLACEMENT: tuple[Rule, ...] = (
    ("b) Placed for adoption", r"placed for adopt|for adoption|adoptive"),
    (
        "c) Placed with parents",
        r"with (own )?(parent|person with)|own parent|parental resp",
    ),
    ("g) Secure Children’s Homes", r"secure"),
    ("l) Young Offender Institution", r"young offender|\byoi\b|prison|secure training"),
    ("m) Residential school", r"school"),
    (
        "k) Family Centre or Mother and Baby Unit",
        r"family cent|mother and baby|mother & baby",
    ),
    ("j) NHS/Health Trust", r"\bnhs\b|health trust|hospital|medical"),
    ("o) Temporary placement", r"temporar|holiday|respite"),
    ("a) Foster placement", r"foster|relative|friend|connected|kinship|\bffa\b|carer"),
    (
        "f) Residential accommodation",
        r"not subject to|hostel|supported (accom|living|lodg)|semi",
    ),
    ("d) Independent living", r"independ|lodging|flat|bed ?sit"),
    ("e) Residential employment", r"employ"),
    ("i) Residential Care Home", r"care home"),
    ("h) Children’s Homes", r"child(ren)? ?s? home|homes? subject|residential unit"),
    ("n) Other placements", r"other|refuge|whereabouts|missing"),
)
_PLACEMENT_CODES: tuple[Rule, ...] = (
    ("a) Foster placement", r"[UFQ][1-6]"),
    ("b) Placed for adoption", r"A[3-6]"),
    ("c) Placed with parents", r"P1"),
    ("d) Independent living", r"P2"),
    ("e) Residential employment", r"P3"),
    ("f) Residential accommodation", r"H5"),
    ("g) Secure Children’s Homes", r"K1|H1"),
    ("h) Children’s Homes", r"K2|H[34]"),
    ("i) Residential Care Home", r"R1"),
    ("j) NHS/Health Trust", r"R2"),
    ("k) Family Centre or Mother and Baby Unit", r"R3"),
    ("l) Young Offender Institution", r"R5"),
    ("m) Residential school", r"S1"),
    ("n) Other placements", r"Z1|M[1-3]"),
    ("o) Temporary placement", r"T[0-4]"),
)

_CEASED_CODES: tuple[Rule, ...] = (
    ("a) Adopted", r"S?E1[12]?"),
    ("b) Died", r"E2"),
    ("c) Care taken by another LA", r"E3"),
    ("d) Returned home to live with parents or relatives", r"E4[AB]?"),
    ("e) Left care to live with parents, relatives or other person with no parental "
     "responsibility", r"E1[37]"),
    ("f) Residence order granted", r"E41"),
    ("g) Special Guardianship Orders", r"E4[3-8]"),
    ("h) Moved into independent living", r"E[56]"),
    ("i) Transferred to residential care funded by adult social services", r"E7"),
    ("j) Sentenced to custody", r"E9"),
    ("k) Accommodation on remand ended", r"E14"),
    ("l) Age assessment determined child was 18 or over", r"E15"),
    ("m) Child moved abroad", r"E16"),
    ("n) Care ceased for any other reason", r"E8"),
)  # fmt: skip
_CEASED: tuple[Rule, ...] = (
    ("a) Adopted", r"adopt"),
    ("b) Died", r"died|death|deceased"),
    ("g) Special Guardianship Orders", r"guardian|\bsgo\b"),
    ("f) Residence order granted", r"residence.{0,8}order|child arrangement"),
    ("c) Care taken by another LA", r"another la|other la\b|another local auth|other local auth"),
    ("e) Left care to live with parents, relatives or other person with no parental "
     "responsibility", r"left care to live|no parental resp|stayed with|remained with|staying put"),
    ("d) Returned home to live with parents or relatives", r"return(ed)?.{0,12}home|planned ret"
     r"|other person with (pr|parental)|reunif"),
    ("l) Age assessment determined child was 18 or over", r"age assess"),
    ("h) Moved into independent living", r"independ"),
    ("i) Transferred to residential care funded by adult social services", r"adult s|residential"),
    ("k) Accommodation on remand ended", r"remand"),
    ("j) Sentenced to custody", r"custod|sentenc"),
    ("m) Child moved abroad", r"abroad"),
    ("n) Care ceased for any other reason", r"any other|other reason"),
)  # fmt: skip

_HOME_CODES: tuple[Rule, ...] = tuple(
    (label, rf"{letter}[12]?")
    for letter, label in {
        "B": "a) With parents or relatives",
        "C": "b) Community home",
        "D": "c) Semi-independent transitional accommodation",
        "E": "d) Supported lodgings",
        "G": "e) Gone abroad",
        "H": "f) Deported",
        "K": "g) Ordinary lodgings",
        "R": "h) Residence not known",
        "S": "i) No fixed abode / homeless",
        "T": "j) Foyers",
        "U": "k) Independent living",
        "V": "l) Emergency accommodation",
        "W": "m) Bed and breakfast",
        "X": "n) In custody",
        "Z": "o) With Former Foster Carer",
        "Y": "p) Other accommodation",
    }.items()
)
_HOME: tuple[Rule, ...] = (
    ("o) With Former Foster Carer", r"foster"),
    ("d) Supported lodgings", r"supported lodg"),
    ("g) Ordinary lodgings", r"ordinary lodg"),
    ("c) Semi-independent transitional accommodation", r"semi ?independ|transitional"),
    ("a) With parents or relatives", r"parent|relative"),
    ("b) Community home", r"community home|residential care"),
    ("e) Gone abroad", r"gone abroad"),
    ("f) Deported", r"deport"),
    ("h) Residence not known", r"not known"),
    ("i) No fixed abode / homeless", r"no fixed|homeless"),
    ("j) Foyers", r"foyer"),
    ("l) Emergency accommodation", r"emergency"),
    ("m) Bed and breakfast", r"bed (and|&) break|\bb ?(and|&) ?b\b"),
    ("n) In custody", r"custody|prison"),
    ("k) Independent living", r"independ"),
    ("p) Other accommodation", r"other"),
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
    ("a) Adopted", r"adopted|adoption order"),
    ("b) Died", r"died|death|deceased"),
    ("d) Special Guardianship Order", r"guardian|\bsgo\b"),
    ("c) Residence Order", r"residence order|child arrangement"),
    ("f) Transfer to Adult Social Services", r"adult"),
    ("e) Transfer to another LA", r"transf.{0,30}(another|other) (la\b|local|auth|council)"
     r"|(another|other) (la\b|local auth)"),
    ("h) Child not in need after assessment", r"after (c ?& ?f |initial |core |single )?assess"),
    ("i) Not Stated", r"not stated|unknown|not record"),
    ("g) 'Other' incl. Child no longer in need", r"other reason|ceased|no longer|achieved|refus"
     r"|inappropriate|stepp?ed|step (up|down)|early help|moved|withdr|age of|declin|complete"
     r"|circumst|no further|closed|case clos|aim "),
)  # fmt: skip

_LEGAL_CODES: tuple[Rule, ...] = (
    ("a) Interim care orders", r"C1"),
    ("b) Full care orders", r"C2"),
    ("c) Freed for  Adoption", r"D1"),
    ("d) Placement order granted", r"E1"),
    ("e) Accommodated under S20", r"V[234]"),
    ("f) Detained on child protection grounds in LA accommodation", r"L[123]"),
    ("g) Youth justice legal Statuses", r"J[123]"),
)
_LEGAL: tuple[Rule, ...] = (
    ("d) Placement order granted", r"placement order|^po$"),
    ("a) Interim care orders", r"interim|^ico$"),
    ("b) Full care orders", r"care order|^fco$|^co$"),
    ("c) Freed for  Adoption", r"freed|freeing"),
    ("e) Accommodated under S20", r"s ?20\b|sect?(ion)?\.? *20|single period|voluntary|accomm.*20"),
    ("f) Detained on child protection grounds in LA accommodation", r"police|emergency|child assess"
     r"|\bepo\b"),
    ("g) Youth justice legal Statuses", r"remand|youth|pace|sentenc|\bypoa?\b"),
)  # fmt: skip

_PROVIDER_CODES: tuple[Rule, ...] = (
    ("a) Own LA", r"PR ?1"),
    ("b) Private", r"PR ?4"),
    ("c) Other", r"PR ?[0235]"),
)
_PROVIDER: tuple[Rule, ...] = (
    ("c) Other", r"other|voluntary|parent|third|public|not required"),
    ("b) Private", r"private|independent|ifa"),
    ("a) Own LA", r"own (provision|la)|by (the )?(la|local)|in ?house"),
)

_GENDER: tuple[Rule, ...] = (
    ("d) Neither", r"trans|non ?binary|indeterminate|neither|unable to classify|other"),
    (
        "c) Not stated/recorded",
        r"unborn|not (stated|record|known|spec)|unknown|unspecified|^[0u]\b",
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
        r"^(no|n|0|false|b\) no)\b|not seen|unborn|not offered|^none\b|no disab|non uasc"
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

#: Part of a column's name -> (official codes, words).
FAMILIES: dict[str, tuple[tuple[Rule, ...], tuple[Rule, ...]]] = {
    "ethnicity": (_ETHNICITY_CODES, _ETHNICITY),
    "referral source": (_SOURCE_CODES, _SOURCE),
    "contact source": (_SOURCE_CODES, _SOURCE),
    "primary need": (_NEED_CODES, _NEED),
    "category of need": (_NEED_CODES, _NEED),
    "placement type": (_PLACEMENT_CODES, _PLACEMENT),
    "reason ceased": (_CEASED_CODES, _CEASED),
    "type of accommodation": (_HOME_CODES, _HOME),
    "reason for closure": (_CLOSED_CODES, _CLOSED),
    "legal status": (_LEGAL_CODES, _LEGAL),
    "placement provider": (_PROVIDER_CODES, _PROVIDER),
    "gender": ((), _GENDER),
    "permanence plan": ((), _PERMANENCE),
    "la in touch": ((), _TOUCH),
    "eligibility": ((), _ELIGIBLE),
    "suitability": ((), _SUITABLE),
    "case status": ((), _STATUS),
    "disability": ((), _DISABILITY),
}
TRUTH = ((), _TRUTH)
