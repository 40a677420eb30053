"""The case file: subjects, the claims made about them, and what was made of these."""

from .assessment import Assessment, Verdict
from .case import Case, CaseMember
from .claim import COERCED, Circumstance, Claim, ClaimState, Stance
from .export import CarriedEntry, Export, ExportKind, ExportState
from .held_name import HeldAnswer, HeldBecause, HeldName
from .inquiry import REACHED, Inquiry, InquiryChannel, InquiryOutcome
from .judgement import Judgement, JudgementVerdict
from .person import Consent, ConsentBasis, ConsentWay, Naming, PersonAtRisk
from .proposal import SameProposal
from .protection import CaseKey, ProtectionNote, SealedCaseKey
from .relay import Relay, RelayCaller, RelayTurn
from .reliable_source import ReliableSource
from .remedy import Deadline, DeadlineKind, Remedy, RemedyKind, RemedyOutcome
from .search_entry import SearchEntry, SearchKind
from .subject import Subject, SubjectKind
from .told_call import ToldCall, ToldCallState

__all__ = [
    "COERCED",
    "REACHED",
    "Assessment",
    "CarriedEntry",
    "Case",
    "CaseKey",
    "CaseMember",
    "Circumstance",
    "Claim",
    "ClaimState",
    "Consent",
    "ConsentBasis",
    "ConsentWay",
    "Deadline",
    "DeadlineKind",
    "Export",
    "ExportKind",
    "ExportState",
    "HeldAnswer",
    "HeldBecause",
    "HeldName",
    "Inquiry",
    "InquiryChannel",
    "InquiryOutcome",
    "Judgement",
    "JudgementVerdict",
    "Naming",
    "PersonAtRisk",
    "ProtectionNote",
    "Relay",
    "RelayCaller",
    "RelayTurn",
    "ReliableSource",
    "Remedy",
    "RemedyKind",
    "RemedyOutcome",
    "SameProposal",
    "SealedCaseKey",
    "SearchEntry",
    "SearchKind",
    "Stance",
    "Subject",
    "SubjectKind",
    "ToldCall",
    "ToldCallState",
    "Verdict",
]
