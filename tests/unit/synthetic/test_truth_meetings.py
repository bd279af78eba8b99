"""What the files show of duties about strategy discussions, drawn as on paper."""

from types import SimpleNamespace

from tests.support.written_rows import day, shown

HELD = "strategy_discussion | sd_id=S1 ; took_place_at=2016-07-06T15:00"


def test_council_health_and_an_informed_police_are_there() -> None:
    """An agency that lacks is a miss, whenever the information came."""
    slug = "strategy-discussion-with-police"
    for agencies, told, expected in (
        ("LA;POLICE;HEALTH", "2016-07-06T14:00", "met"),
        ("LA;POLICE;HEALTH", "2016-07-06T15:01", "late"),
        ("LA;POLICE;HEALTH", "", "missed"),
        ("LA;POLICE;HEALTH", "2016-07-06", ""),
        ("LA;POLICE", "2016-07-06", "missed"),
        ("UNKNOWN", "2016-07-06T14:00", ""),
    ):
        text = f"{HELD} ; agencies={agencies} ; police_info_shared_at={told}"
        assert shown(slug, "S1", text) == expected


def test_the_rank_is_that_of_the_day() -> None:
    """A constable until June, a detective sergeant since July."""
    slug = "strategy-discussion-senior-representative"
    text = f"""
        {HELD} ; police_present=true ; police_rep=P1
        staff | officer_id=P1 ; rank=DC ; from=2014-01-01 ; to=2016-06-30
        staff | officer_id=P1 ; rank=DS ; from=2016-07-01"""
    assert shown(slug, "S1", text) == "met"
    assert shown(slug, "S1", text.replace("=DS", "=DC")) == "missed"
    assert shown(slug, "S1", text.replace("P1 ; rank=DS", "P9 ; rank=DS")) == ""
    assert shown(slug, "S1", text.replace("=true", "=UNKNOWN")) == ""


def test_a_meeting_follows_a_telephone_call_and_says_so() -> None:
    """One that names no discussion may have followed it, or not."""
    slug = "strategy-discussion-full-meeting-follows"
    text = f"""
        {HELD} ; format=TELEPHONE
        strategy_discussion | sd_id=S2 ; took_place_at=2016-07-13T15:00
        ; format=MEETING ; follows_sd_id=S1"""
    assert shown(slug, "S1", text) == "met"
    assert shown(slug, "S1", text.replace("07-13", "07-14")) == "late"
    assert shown(slug, "S1", text.replace("MEETING", "TELEPHONE")) == "missed"
    assert shown(slug, "S1", text.replace("MEETING", "UNKNOWN")) == ""
    assert shown(slug, "S1", text.replace("follows_sd_id=S1", "follows_sd_id=")) == ""


def test_a_discussion_follows_what_police_did_alone() -> None:
    """By the end of the next working day: from Friday to Monday."""
    slug = "strategy-meeting-after-single-agency-action"
    text = "police_protection | pp_id=PP1 ; began_at=2016-07-08T22:00"
    held = f"{text}\nstrategy_discussion | sd_id=S1 ; took_place_at="
    assert shown(slug, "PP1", f"{held}2016-07-11T23:00") == "met"
    assert shown(slug, "PP1", f"{held}2016-07-12T09:00") == "late"
    assert shown(slug, "PP1", text) == "missed"


NOTICE = "safeguarding_notice | scn_id=N1 ; submitted_at=2016-07-05T10:00"


def test_police_information_comes_before_the_first_decision_is_recorded() -> None:
    """Of the discussion that the notice led to; another's referral leaves a doubt."""
    slug = "police-information-before-first-decision"
    told = f"{NOTICE}\n{HELD} ; minutes_at=2016-07-06T17:00 ; police_info_shared_at="
    assert shown(slug, "N1", f"{told}2016-07-06T16:00") == "met"
    assert shown(slug, "N1", f"{told}2016-07-06T18:00") == "late"
    assert shown(slug, "N1", told) == "missed"
    assert shown(slug, "N1", f"{told}2016-07-06") == ""
    other = SimpleNamespace(source="1A", day=day("2016-07-01"))
    assert shown(slug, "N1", told, referrals=[other]) == ""
    assert shown(slug, "N1", NOTICE) == ""


def test_what_is_new_during_an_enquiry_is_discussed_anew() -> None:
    """Until its conference or the end of the case; within three working days."""
    slug = "further-strategy-discussion-on-new-information"
    begun = [SimpleNamespace(day=day("2016-07-01"))]
    text = """
        occurrence | occ_id=O1 ; type=CRIME ; reported_at=2016-07-04T10:00
        occ_person | occ_id=O1 ; role=VICTIM
        strategy_discussion | sd_id=S1 ; took_place_at=2016-07-07T15:00"""
    assert shown(slug, "O1", text, enquiries=begun) == "met"
    late = text.replace("07-07", "07-08")
    assert shown(slug, "O1", late, enquiries=begun) == "late"
    assert shown(slug, "O1", text) == ""
    over = [SimpleNamespace(day=day("2016-07-02"), kind="ICPC")]
    assert shown(slug, "O1", text, enquiries=begun, conferences=over) == ""
    soon = [SimpleNamespace(day=day("2016-07-06"), kind="ICPC")]
    assert shown(slug, "O1", late, enquiries=begun, conferences=soon) == ""
