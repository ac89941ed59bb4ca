"""Who it was: the rule that something must identify the person, and slips in match keys."""

from datetime import UTC, datetime, timedelta

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Remove, Repair
from workbench.judging.rules.sheet import Sheet

_ONE_OF = "an e-mail (em), a mobile advertising ID (hashed_maids), or IP address and user agent together"
NOBODY = Rule(
    "identifier-missing",
    Severity.ERROR,
    f"Nothing says who it was. Pinterest takes no event without {_ONE_OF}.",
    "Fill in user_data.em, or user_data.client_ip_address and user_data.client_user_agent.",
    "spec",
)
PHONE_ALONE = Rule(
    "identifier-phone-alone",
    Severity.ERROR,
    f"A phone number alone does not identify anybody for Pinterest. It takes no event without {_ONE_OF}.",
    "Keep the phone number and add user_data.em, or user_data.client_ip_address and user_data.client_user_agent.",
    "spec, implementers",
)
IP_ALONE = Rule(
    "identifier-ip-without-user-agent",
    Severity.ERROR,
    "An IP address identifies somebody only together with the user agent, which is missing.",
    "Add user_data.client_user_agent, the User-Agent header of the same request.",
    "spec, implementers",
)
USER_AGENT_ALONE = Rule(
    "identifier-user-agent-without-ip",
    Severity.ERROR,
    "A user agent identifies somebody only together with the IP address, which is missing.",
    "Add user_data.client_ip_address, the address the same request came from.",
    "spec, implementers",
)
EQUAL_DIGESTS = Rule(
    "equal-digests-merged",
    Severity.ADVICE,
    "This value has the same digest as {first}; the two are sent as one.",
    "Remove one of the two.",
    "workbench",
)
BIRTH_DATE_AHEAD = Rule(
    "birth-date-in-future",
    Severity.ERROR,
    "This date of birth lies in the future, so its digest matches nobody.",
    "Type the date as year, month and day, such as 1990-01-31.",
    "workbench",
)
RULES = (NOBODY, PHONE_ALONE, IP_ALONE, USER_AGENT_ALONE, EQUAL_DIGESTS, BIRTH_DATE_AHEAD)

USER_DATA = "user_data"
EM, MAIDS, PHONE = "user_data.em", "user_data.hashed_maids", "user_data.ph"
IP, USER_AGENT, BIRTH_DATE = "user_data.client_ip_address", "user_data.client_user_agent", "user_data.db"
IDENTIFYING = frozenset({EM, MAIDS, IP, USER_AGENT})
# The digest stays: the other value has it.
REMOVE_REPEATED = Repair("Remove it", Remove())
_A_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def identifier_problem(sheet: Sheet) -> Problem | None:
    """The rule of identification. A refused value counts as typed: its own finding says what is wrong with it."""
    typed = sheet.typed
    if EM in typed or MAIDS in typed or (IP in typed and USER_AGENT in typed):
        return None
    rule = NOBODY
    if IP in typed:
        rule = IP_ALONE
    elif USER_AGENT in typed:
        rule = USER_AGENT_ALONE
    elif PHONE in typed:
        rule = PHONE_ALONE
    return rule.at(USER_DATA)


def birth_date_problem(day: str, now: int) -> Problem | None:
    """The finding for a normalised date of birth (``YYYYMMDD``) that lies in the future, by ``now`` in Unix seconds.

    A day of grace is given: somewhere on Earth it is tomorrow already.
    """
    try:
        latest = _EPOCH + timedelta(seconds=now) + _A_DAY
    except OverflowError:
        return None
    return BIRTH_DATE_AHEAD.at(BIRTH_DATE) if day > f"{latest:%Y%m%d}" else None
