"""The customer's browser: whether the text can be a browser's at all."""

from workbench.judging.problem import Problem, Rule, Severity

USER_AGENT_EMPTY_WORD = Rule(
    "user-agent-empty-word",
    Severity.ERROR,
    "A browser never calls itself that: a program wrote a word for “nothing” here, which identifies nobody.",
    "Send the User-Agent header of the customer's request as it came, or leave the field out.",
    "guide",
)
USER_AGENT_BOT = Rule(
    "user-agent-bot",
    Severity.WARNING,
    "This is a program's user agent, not a customer's browser; Pinterest wants no events of bots.",
    "Send the User-Agent header of the customer's request, not that of your own server.",
    "guide",
)
RULES = (USER_AGENT_EMPTY_WORD, USER_AGENT_BOT)

_NOTHING = frozenset({"null", "none", "undefined", "nil", "nan", "n/a", "na", "-", "other", "unknown", "user-agent"})
_BOT_WORDS = (
    "bot/", "bot;", "bot)", "crawler", "spider", "headlesschrome", "python-requests", "python-urllib", "curl/", "wget/",
    "go-http-client", "guzzlehttp", "node-fetch", "axios/", "postmanruntime", "apache-httpclient", "java/",
)  # fmt: skip


def user_agent_check(path: str, text: str) -> Problem | None:
    """Neither a word for nothing nor a program."""
    lower = text.lower()
    if lower in _NOTHING:
        return USER_AGENT_EMPTY_WORD.at(path)
    for word in _BOT_WORDS:
        if word in lower:
            return USER_AGENT_BOT.at(path)
    return None
