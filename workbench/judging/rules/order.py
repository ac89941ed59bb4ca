"""Amounts, counts and products of one event that contradict each other."""

from collections.abc import Iterator

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Part, Repair, use
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.wording import some

NO_CURRENCY = Rule(
    "amount-without-currency",
    Severity.WARNING,
    "There is an amount but no currency, so Pinterest counts it in the ad account's currency.",
    "Fill in custom_data.currency, for example USD.",
    "spec",
)
NO_AMOUNT = Rule(
    "currency-without-amount",
    Severity.WARNING,
    "There is a currency but no amount, so the currency says nothing.",
    "Fill in custom_data.value, for example 72.39, or the price of a product line; or leave the currency out.",
    "spec, workbench",
)
ITEMS_DIFFER = Rule(
    "num-items-differ",
    Severity.WARNING,
    "num_items is {found:,}, but the quantities of the product lines add up to {total:,}.",
    "Type {total} in num_items, or correct the quantities.",
    "guide, workbench",
)
IDS_DIFFER = Rule(
    "content-ids-differ",
    Severity.WARNING,
    "content_ids and the ids of the product lines are not the same: only one of the two has {ids}.",
    "List the same product ids in both.",
    "guide",
)
IDS_JOINED = Rule(
    "content-ids-joined",
    Severity.WARNING,
    "Several product IDs seem to stand in this one entry, joined by commas; Pinterest would look for one product of "
    "that name.",
    "Give each ID an entry of its own.",
    "spec, implementers",
)
RULES = (NO_CURRENCY, NO_AMOUNT, ITEMS_DIFFER, IDS_DIFFER, IDS_JOINED)

CURRENCY, VALUE = "custom_data.currency", "custom_data.value"
LIFETIME_VALUE, NUM_ITEMS, CONTENT_IDS = "custom_data.predicted_ltv", "custom_data.num_items", "custom_data.content_ids"
_PRICE = "custom_data.contents[].item_price"
MONEY = frozenset({CURRENCY, VALUE, LIFETIME_VALUE, _PRICE})


def currency_problems(sheet: Sheet) -> Iterator[Problem]:
    """An amount and its currency belong together. Refused ones count: their own finding speaks of them."""
    typed = sheet.typed
    priced = VALUE in typed or _PRICE in typed or LIFETIME_VALUE in typed
    if priced and CURRENCY not in typed:
        yield NO_CURRENCY.at(CURRENCY)
    elif CURRENCY in typed and not priced:
        yield NO_AMOUNT.at(VALUE)


def content_id_check(path: str, text: str) -> Problem | None:
    """One entry of ``content_ids`` is one id."""
    if not are_joined(text):
        return None
    ids = tuple(each.strip() for each in text.split(",") if each.strip())
    return IDS_JOINED.at(path, repair=Repair("Give each its own entry", Part(ids), sweeping=False))


def are_joined(text: str) -> bool:
    """Whether a text seems to hold several product ids."""
    return "," in text and len([each for each in text.split(",") if each.strip()]) > 1


def item_count_problems(sheet: Sheet) -> Iterator[Problem]:
    """``num_items`` is the sum of the quantities, where every product line has one."""
    found, total = sheet.values.get(NUM_ITEMS), 0
    for line in sheet.lines:
        quantity = line.get("quantity") if line else 0
        if not isinstance(quantity, int):
            return
        total += quantity
    if isinstance(found, int) and total != found and any(sheet.lines):
        yield ITEMS_DIFFER.at(NUM_ITEMS, found=found, total=total, repair=use(str(total), sweeping=False))


def content_id_problems(sheet: Sheet) -> Iterator[Problem]:
    """``content_ids`` and the product lines name the same products. Lines without an id may stand for any."""
    listed = sheet.values.get(CONTENT_IDS)
    if not isinstance(listed, list) or not sheet.lines:
        return
    if [line.get("id") for line in sheet.lines] == listed:
        return
    lines = [line for line in sheet.lines if line]
    ids = dict.fromkeys(str(line["id"]) for line in lines if "id" in line)
    known = dict.fromkeys(each for each in listed if isinstance(each, str))
    if any(are_joined(each) for each in known):
        return
    differing = [each for each in ids if each not in known]
    if all("id" in line for line in lines):
        differing += [each for each in known if each not in ids]
    if ids and differing:
        yield IDS_DIFFER.at(CONTENT_IDS, ids=some(differing))
