"""The event's name: standard, custom, or a slip."""

import re
from collections.abc import Mapping

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import use
from workbench.judging.rules.similar import Lexicon
from workbench.judging.rules.text_shapes import TextCheck
from workbench.judging.rules.wording import quoted

NAME_REFUSED = Rule(
    "event-name-refused",
    Severity.ERROR,
    "{found} cannot be an event name: only letters a to z, digits, _ and - are taken, at most {limit} of them.",
    "Type {wanted}.",
    "guide",
)
NAME_UNLISTED = Rule(
    "event-name-unlisted",
    Severity.WARNING,
    "{found} is not a standard event name. Pinterest shows it as “Unknown” until it is mapped to one in Ads Manager.",
    "Type {wanted}.",
    "guide, observed",
)
NAME_CASE = Rule(
    "event-name-case",
    Severity.ADVICE,
    "{found} means {wanted}: event names are taken in any case, but are documented in lower case.",
    "Type {wanted}, as the tag of the same event reports under that name.",
    "guide",
)
RULES = (NAME_REFUSED, NAME_UNLISTED, NAME_CASE)

# What shops and other networks call these events; squeezed as in _squeezed.
_SYNONYMS: Mapping[str, str] = {
    "purchase": "checkout", "order": "checkout", "ordercompleted": "checkout", "completedorder": "checkout",
    "orderplaced": "checkout", "transaction": "checkout", "sale": "checkout", "buy": "checkout", "bought": "checkout",
    "completepayment": "checkout", "placeanorder": "checkout", "conversion": "checkout",
    "begincheckout": "initiate_checkout", "startcheckout": "initiate_checkout", "checkoutstarted": "initiate_checkout",
    "intiatecheckout": "initiate_checkout",
    "addtobasket": "add_to_cart", "addtobag": "add_to_cart", "cart": "add_to_cart", "productadded": "add_to_cart",
    "addcart": "add_to_cart",
    "wishlist": "add_to_wishlist", "addtofavorites": "add_to_wishlist", "addtofavourites": "add_to_wishlist",
    "pageview": "page_visit", "viewpage": "page_visit", "visit": "page_visit", "pageviewed": "page_visit",
    "viewitem": "view_content", "viewproduct": "view_content", "productviewed": "view_content",
    "productview": "view_content", "contentview": "view_content", "viewitemlist": "view_category",
    "viewcollection": "view_category", "productlistviewed": "view_category", "categoryview": "view_category",
    "subscription": "subscribe", "subscribed": "subscribe", "newslettersignup": "subscribe",
    "register": "signup", "registration": "signup", "completeregistration": "signup", "registered": "signup",
    "createaccount": "signup", "signedup": "signup",
    "generatelead": "lead", "leads": "lead", "formsubmit": "lead", "submitform": "lead",
    "productssearched": "search", "searched": "search", "viewsearchresults": "search",
    "install": "app_install", "appinstalled": "app_install", "firstopen": "app_install",
    "open": "app_open", "applaunch": "app_open", "launch": "app_open", "applicationopened": "app_open",
    "video": "watch_video", "videoview": "watch_video", "viewvideo": "watch_video", "videoplay": "watch_video",
    "playvideo": "watch_video",
    "trial": "start_trial", "trialstarted": "start_trial", "freetrial": "start_trial",
    "appointment": "schedule", "booking": "schedule", "book": "schedule",
    "apply": "submit_application", "application": "submit_application",
    "storelocator": "find_location", "findstore": "find_location",
    "paymentinfoadded": "add_payment_info", "addpayment": "add_payment_info", "addpaymentmethod": "add_payment_info",
    "customise": "customize_product", "customiseproduct": "customize_product", "contactus": "contact",
}  # fmt: skip
_CLOSE = 0.75
_COMPARED = 60


def event_name_check(contract: Contract) -> TextCheck:
    """A check of an event name against the standard names, the tag's names for them, and what is commonly meant."""
    limit = contract.limits["custom_event_name_length"]
    standard = contract.event_name_set
    allowed = re.compile(rf"[A-Za-z0-9_-]{{1,{limit}}}")
    meant = {squeezed: name for squeezed, name in _SYNONYMS.items() if name in standard}
    # Pinterest's own names for these events, whatever stands between their words.
    own = {_squeezed(each.tag_name): each.name for each in contract.event_names if each.tag_name}
    own |= {_squeezed(name): name for name in standard}
    meaning = Meaning({**meant, **own})

    def check(path: str, text: str) -> Problem | None:
        if text in standard:
            return None
        if text.lower() in standard:
            return NAME_CASE.at(path, found=quoted(text), wanted=text.lower(), repair=use(text.lower()))
        near = meaning.of(text)
        repair = use(near, sweeping=own.get(_squeezed(text)) == near) if near else None
        if not allowed.fullmatch(text):
            wanted = near or "a standard name"
            return NAME_REFUSED.at(path, found=quoted(text), limit=limit, wanted=wanted, repair=repair)
        wanted = f"{near}, if that is what you mean" if near else "a standard name, or map this one in Ads Manager"
        return NAME_UNLISTED.at(path, found=quoted(text), wanted=wanted, repair=repair)

    return check


class Meaning:
    """What a text that is no standard name most probably means."""

    def __init__(self, meant: Mapping[str, str]) -> None:
        self._meant = meant
        self._lexicon = Lexicon(meant)

    def of(self, text: str) -> str:
        """The standard name, or ""."""
        plain = _squeezed(text[:_COMPARED])
        return self._meant.get(plain) or self._meant.get(self._lexicon.closest(plain, cutoff=_CLOSE), "")


def _squeezed(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
