"""The words for where a looked-after child lives, why care ended, and a care leaver's home.

Sources: the SSDA903 guide's placement types, reasons an episode ceased and accommodation
codes (Department for Education), and Ofsted's Annex A.
"""

from trigpoint.records.wording import Rule

PLACEMENT: tuple[Rule, ...] = (
    # What rules a home out says what the place is not.
    ("f) Residential accommodation", r"not (reg|subject to|sub)\b|not reg child"),
    ("d) Independent living", r"^(p ?2(out)? )?independ"),
    ("o) Temporary placement", r"^(t\d )?temporary (period|placement)"),
    ("?", r"secure units? homes|supported accom|^r5 independ|parent relative friend"),
    ("b) Placed for adoption", r"placed? for adopt|for adoption|adoptive"),
    (
        "c) Placed with parents",
        r"with (own )?(parent|person with)|own parent|parental resp",
    ),
    ("l) Young Offender Institution", r"\byoi\b"),
    ("g) Secure Children’s Homes", r"secure"),
    (
        "l) Young Offender Institution",
        r"young offender|\byoi\b|prison|secure training|youth treatment",
    ),
    ("m) Residential school", r"school"),
    (
        "k) Family Centre or Mother and Baby Unit",
        r"family cent|mother and baby|mother & baby",
    ),
    ("j) NHS/Health Trust", r"\bnhs\b|health trust|hospital|medical"),
    ("o) Temporary placement", r"holiday|respite|temporar(?!y approval)"),
    ("a) Foster placement", r"foster|relative|friend|connected|kinship|\bffa\b|carer"),
    ("h) Children’s Homes", r"^homes( and|) hostels"),
    (
        "f) Residential accommodation",
        r"hostel|supported (living|lodg)|semi",
    ),
    ("d) Independent living", r"independ|lodging|flat|bed ?sit"),
    ("e) Residential employment", r"employ"),
    ("i) Residential Care Home", r"care home"),
    (
        "h) Children’s Homes",
        r"child(ren)? ?s? home|homes? (and hostels )?(subject|in )|residential unit",
    ),
    ("n) Other placements", r"other|refuge|whereabouts|missing"),
)
PLACEMENT_CODES: tuple[Rule, ...] = (
    ("a) Foster placement", r"[UFQ][1-6]"),
    ("b) Placed for adoption", r"A[3-6]"),
    ("c) Placed with parents", r"P1"),
    ("d) Independent living", r"P2"),
    ("e) Residential employment", r"P3"),
    ("f) Residential accommodation", r"H5"),
    ("g) Secure Children’s Homes", r"K1|H1"),
    ("h) Children’s Homes", r"K2(?:OUT|IN)?|H[34]"),
    ("i) Residential Care Home", r"R1"),
    ("j) NHS/Health Trust", r"R2"),
    ("k) Family Centre or Mother and Baby Unit", r"R3"),
    ("l) Young Offender Institution", r"R5"),
    ("m) Residential school", r"S1"),
    ("n) Other placements", r"Z1(?:0\d)?|X1|M[1-3]"),
    ("o) Temporary placement", r"T[0-4]"),
)

CEASED_CODES: tuple[Rule, ...] = (
    ("a) Adopted", r"S?E1[12]?"),
    ("b) Died", r"E2"),
    ("c) Care taken by another LA", r"E3"),
    ("d) Returned home to live with parents or relatives", r"E4[AB]?"),
    ("e) Left care to live with parents, relatives or other person with no parental "
     "responsibility", r"E1[37]"),
    ("f) Residence order granted", r"E41"),
    ("g) Special Guardianship Orders", r"S?E4[2-8]"),
    ("h) Moved into independent living", r"E[56]"),
    ("i) Transferred to residential care funded by adult social services", r"E7"),
    ("j) Sentenced to custody", r"E9"),
    ("k) Accommodation on remand ended", r"E14"),
    ("l) Age assessment determined child was 18 or over", r"E15"),
    ("m) Child moved abroad", r"E16"),
    ("n) Care ceased for any other reason", r"E8"),
    ("zzCodeError", r"X1"),
)  # fmt: skip
CEASED: tuple[Rule, ...] = (
    ("?", r"staying put"),
    ("a) Adopted", r"adopt"),
    ("b) Died", r"died|death|deceased"),
    ("g) Special Guardianship Orders", r"guardian|\bsgo?\b|special g"),
    ("f) Residence order granted", r"residence.{0,17}order|child arrangement"),
    ("c) Care taken by another LA", r"another la|other la\b|another local auth|other local auth"),
    ("e) Left care to live with parents, relatives or other person with no parental "
     "responsibility", r"left care to live|no parental resp|without pr\b|stayed with|remained with|staying put"),
    ("d) Returned home to live with parents or relatives", r"return(ed)?.{0,12}home|planned ret"
     r"|other person with (pr|parental)|reunif"),
    ("l) Age assessment determined child was 18 or over", r"age assess"),
    ("h) Moved into independent living", r"\bindep"),
    ("i) Transferred to residential care funded by adult social services", r"adults? s|adults div|residential"),
    ("k) Accommodation on remand ended", r"remand"),
    ("j) Sentenced to custody", r"custod|sentenc"),
    ("m) Child moved abroad", r"abroad"),
    ("n) Care ceased for any other reason", r"any other|other reason"),
)  # fmt: skip

HOME_CODES: tuple[Rule, ...] = tuple(
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
HOME: tuple[Rule, ...] = (
    ("j) Foyers", r"^foyer"),
    ("o) With Former Foster Carer", r"foster|staying put"),
    ("d) Supported lodgings", r"supported lodg"),
    ("g) Ordinary lodgings", r"ordinary lodg|^lodging"),
    ("c) Semi-independent transitional accommodation", r"semi ?independ|transitional"),
    ("a) With parents or relatives", r"parent|relative"),
    ("b) Community home", r"community home|residential care"),
    ("e) Gone abroad", r"gone abroad"),
    ("f) Deported", r"deport"),
    ("h) Residence not known", r"not known|whereabouts unknown"),
    ("i) No fixed abode / homeless", r"no fixed|homeless"),
    ("j) Foyers", r"foyer"),
    ("l) Emergency accommodation", r"emergency"),
    ("m) Bed and breakfast", r"bed (and|&) break|\bb ?(and|&) ?b\b"),
    ("n) In custody", r"custody|prison"),
    ("k) Independent living", r"independ|own tenancy|university"),
    ("p) Other accommodation", r"other(?! establish)|with friends|^cla$"),
)
