"""What can come of a call, in the order in which callers are offered it."""

from tocsin.cases.models import InquiryOutcome

OUTCOMES = (
    InquiryOutcome.ANSWERED,
    InquiryOutcome.REFUSED,
    InquiryOutcome.HUNG_UP,
    InquiryOutcome.NO_ANSWER,
    InquiryOutcome.CALL_BACK,
    InquiryOutcome.SENT_ON,
    InquiryOutcome.WRONG_NUMBER,
)
# After these nobody was there to say anything.
WORDLESS = frozenset({InquiryOutcome.NO_ANSWER, InquiryOutcome.WRONG_NUMBER})
