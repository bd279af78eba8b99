"""The tables. Django looks here, so this one file imports the others."""

from trigpoint.storage.models.acting import (
    Acknowledgement,
    ApiCall,
    Claim,
    EmergencyGrant,
    EmergencyReview,
    Entry,
    LinkDecision,
    NoticesRead,
)
from trigpoint.storage.models.figures import (
    FigureAgreement,
    FigureCount,
    ReleasedFigure,
)
from trigpoint.storage.models.looking import AccessEntry, AccessHead
from trigpoint.storage.models.people import (
    Account,
    ApiToken,
    FederatedName,
    Membership,
    Organisation,
    SecondFactor,
    Sharing,
    SignIn,
)
from trigpoint.storage.models.records import Job, QuarantinedRow, ReceivedFile
from trigpoint.storage.models.telling import Delivery, Webhook
from trigpoint.storage.models.told import (
    ChildRecord,
    Conflict,
    EventChange,
    EventVersion,
    HeldSkill,
    JudgementRow,
    LinkProposal,
    Posting,
    SourceReach,
)

__all__ = [
    "AccessEntry", "AccessHead", "Account", "Acknowledgement", "ApiCall", "ApiToken",
    "ChildRecord", "Claim", "Conflict", "Delivery", "EmergencyGrant", "EmergencyReview",
    "Entry", "EventVersion", "FigureAgreement", "FigureCount", "Job", "ReleasedFigure",
    "HeldSkill", "JudgementRow", "FederatedName", "LinkDecision", "LinkProposal", "Membership",
    "NoticesRead", "Organisation", "Posting",
    "QuarantinedRow", "ReceivedFile", "EventChange", "SecondFactor", "Sharing",
    "SignIn", "SourceReach", "Webhook",
]  # fmt: skip
