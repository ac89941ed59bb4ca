"""The customer's browser: whether the text can be a browser's at all."""

from functools import lru_cache

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.agent_tokens import is_ordinary, named

USER_AGENT_EMPTY_WORD = Rule(
    "user-agent-empty-word",
    Severity.ERROR,
    "This is no user agent but a word that programs write when they have none, so it identifies nobody.",
    "Send the User-Agent header of the customer's request as it came, or leave the field out.",
    "guide",
)
USER_AGENT_BOT = Rule(
    "user-agent-bot",
    Severity.WARNING,
    "This is the user agent of a program, not of a customer's browser, and Pinterest wants no events of bots.",
    "Send the User-Agent header of the customer's request, not that of your own server.",
    "guide",
)
USER_AGENT_BARE = Rule(
    "user-agent-bare",
    Severity.WARNING,
    "The user agent names {found}. Pinterest asks for at least two of system, browser and device.",
    "Send the User-Agent header of the customer's request as it came, without shortening it. In an app, add the system "
    "and the device to the header.",
    "guide",
)
RULES = (USER_AGENT_EMPTY_WORD, USER_AGENT_BOT, USER_AGENT_BARE)

_NOTHING = frozenset({"null", "none", "undefined", "nil", "nan", "n/a", "na", "-", "other", "unknown", "user-agent"})
_BOT_WORDS = (
    "bot/", "bot;", "bot)", "adsbot", "crawler", "spider", "headlesschrome", "phantomjs", "puppeteer", "playwright",
    "selenium", "lighthouse", "facebookexternalhit", "slurp", "scrapy", "pingdom", "uptime", "python-requests",
    "python-urllib", "python-httpx", "aiohttp", "curl/", "wget/", "go-http-client", "guzzlehttp", "node-fetch",
    "undici", "axios/", "postmanruntime", "insomnia/", "apache-httpclient", "java/", "libwww-perl", "wordpress/",
    "php/", "ruby/",
)  # fmt: skip


def user_agent_check(path: str, text: str) -> Problem | None:
    """Neither a word for nothing nor a program, and two of system, browser and device are named."""
    verdict = _verdict(text)
    return verdict[0].at(path, found=verdict[1]) if verdict else None


# A shop's events share few user agents, so most are looked up. What is kept is bounded and belongs to no one person.
@lru_cache(maxsize=512)
def _verdict(agent: str) -> tuple[Rule, str] | None:
    lower = agent.lower()
    if lower in _NOTHING:
        return USER_AGENT_EMPTY_WORD, ""
    if any(word in lower for word in _BOT_WORDS):
        return USER_AGENT_BOT, ""
    if is_ordinary(agent):
        return None
    found = named(agent)
    if len(found) >= 2:
        return None
    return USER_AGENT_BARE, f"only {found[0]}" if found else "neither a system nor a browser nor a device"
