"""The tables. Django looks here, so this one file imports the others."""

from trigpoint.storage.models.acting import Acknowledgement, Claim, Entry
from trigpoint.storage.models.looking import AccessEntry, AccessHead
from trigpoint.storage.models.people import (
    Account,
    Membership,
    Organisation,
    SecondFactor,
    Sharing,
    SignIn,
)
from trigpoint.storage.models.records import Job, QuarantinedRow, ReceivedFile
from trigpoint.storage.models.told import (
    ChildRecord,
    EventChange,
    EventVersion,
    JudgementRow,
    SourceReach,
)

__all__ = [
    "AccessEntry", "AccessHead", "Account", "Acknowledgement", "ChildRecord", "Claim",
    "Entry", "EventVersion", "Job", "JudgementRow", "Membership", "Organisation",
    "QuarantinedRow", "ReceivedFile", "EventChange", "SecondFactor", "Sharing",
    "SignIn", "SourceReach",
]  # fmt: skip
