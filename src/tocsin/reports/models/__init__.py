"""Reports as received, the review of what was read from them, and what has yet to be read."""

from .arrival import Arrival, ArrivalState, ArrivalWay, IntakeSource
from .opinion import OpinionState, SecondOpinion
from .report import RepeatJudgement, RepeatKind, Report, ReportState
from .review import TAKEN, Decision, Reader, ReviewField, ReviewItem, ReviewSitting, Section, SentenceMark

__all__ = [
    "TAKEN",
    "Arrival",
    "ArrivalState",
    "ArrivalWay",
    "Decision",
    "IntakeSource",
    "OpinionState",
    "Reader",
    "RepeatJudgement",
    "RepeatKind",
    "Report",
    "ReportState",
    "ReviewField",
    "ReviewItem",
    "ReviewSitting",
    "SecondOpinion",
    "Section",
    "SentenceMark",
]
