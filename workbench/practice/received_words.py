"""A request that arrived in words, the same in the window and on the command line."""

from workbench.judging.rules.wording import counted
from workbench.practice.received import ReceivedRequest

OWN_SENDER = "this program"


def sender_words(request: ReceivedRequest) -> str:
    """Who sent it: what the program calls itself."""
    return OWN_SENDER if request.own else request.user_agent or "a program without a name"


def mode_words(request: ReceivedRequest) -> str:
    """What the request said of itself; it reached nobody but this computer either way."""
    if not request.ad_account_id:
        return "–"
    return "test" if request.test else "live"


def answer_words(request: ReceivedRequest) -> str:
    """The status it got, and the fault behind it."""
    status = "no answer" if request.status is None else str(request.status)
    return f"{status} (fault {request.fault.value})" if request.fault else status


def verdict_words(request: ReceivedRequest) -> str:
    """``18 processed, 3 of them with warnings, 2 failed``; ``18 processed with warnings``."""
    verdicts = request.verdicts
    if verdicts.refused:
        return "refused as a whole"
    warned = f", {verdicts.warned:,} of them with warnings" if verdicts.warned else ""
    if verdicts.warned == verdicts.processed and verdicts.warned:
        warned = " with warnings"
    failed = f", {verdicts.failed:,} failed" if verdicts.failed else ""
    unread = request.event_count - verdicts.processed - verdicts.failed
    beyond = f", {unread:,} not judged: a test takes the first 20" if unread > 0 else ""
    return f"{verdicts.processed:,} processed{warned}{failed}{beyond}"


def events_words(request: ReceivedRequest) -> str:
    """``2 events``."""
    return counted(request.event_count, "event")
