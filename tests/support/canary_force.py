"""The other force of the site: two children, and words in every text that only it writes.

Names, places, reasons, teams, officers and districts hold a word (`CANARIES`) such as the
syllables of the invented county cannot make; an answer with one in it is a leak.
"""

from pathlib import Path

CANARIES = (
    "Quizzlewick", "Vexmoor", "QUIZZLEWICK", "VEXMOOR", "Canaryreason", "Canaryplace",
    "Canaryteam", "Canaryofficer", "Canarygrade",
    "Canaryfell", "M9001", "M9002",
)  # fmt: skip

NOMINAL = """nominal_id,given,surname,dob,sex,ethnicity_16p1,valid_from,recorded_at
N1,Tamsin,Quizzlewick,2003-05-14,F,W1,2016-01-04T09:00,2016-01-04T09:00
N2,Rowan,Vexmoor,2004-02-02,M,,2016-01-04T09:00,2016-01-04T09:00
"""
MISSING = """misper_id,nominal_id,reported_at,risk,risk_at,risk_reason,found_at,\
prevention_interview_at,recorded_at,district,found_where,owner_team,recorded_by
M9001,N1,2016-03-01T20:00,MEDIUM,2016-03-01T20:30,Canaryreason older associates,2016-03-02T06:00,\
2016-03-02T09:00,2016-03-02T10:00,Canaryfell,Canaryplace,Canaryteam,Canaryofficer
M9002,N2,2016-03-05T20:00,HIGH,2016-03-05T23:00,out of character,2016-03-06T06:00,,\
2016-03-06T10:00,Tarnside,,,
"""
INTERVIEWS = """misper_id,offered_at,accepted,done_at,by_whom,recorded_at
M9001,2016-03-02T12:00,true,2016-03-04T12:00,LA,2016-06-30T10:00
"""
RISKS = """misper_id,at,risk,reason,by,by_supervisor,recorded_at
M9002,2016-03-06T01:00,MEDIUM,Canarygrade after a call,Canaryofficer,true,2016-03-06T02:00
"""
FLAGS = """subject,subject_type,flag,set_at,removed_at,set_by,recorded_at
N1,NOMINAL,CSE,2016-02-01T10:00,,Canaryofficer,2016-02-01T10:00
"""


def write_canary_force(folder: Path) -> Path:
    """Two children, two missing episodes with a later grade, an interview, a flag."""
    police = folder / "extracts" / "police"
    police.mkdir(parents=True)
    (police / "nominal.csv").write_text(NOMINAL, encoding="utf-8")
    (police / "missing.csv").write_text(MISSING, encoding="utf-8")
    (police / "missing_risk.csv").write_text(RISKS, encoding="utf-8")
    (police / "flag.csv").write_text(FLAGS, encoding="utf-8")
    (police / "return_interview.csv").write_text(INTERVIEWS, encoding="utf-8")
    (folder / "extracts" / "INVENTED.txt").write_text("All of this is invented.\n")
    return folder / "extracts"
