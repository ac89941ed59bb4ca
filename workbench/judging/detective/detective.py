"""Names the recipe that made a digest of a value, and its mistake."""

from collections.abc import Iterator

from workbench.contract.field import Field
from workbench.contract.loading import Contract
from workbench.judging.detective import explaining
from workbench.judging.detective.beginnings import beginnings
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.digest_forms import Given, read_digest
from workbench.judging.detective.field_aspects import AS_TYPED
from workbench.judging.detective.hashings import digest_of
from workbench.judging.detective.known import codes, find_code, find_nothing, find_sample
from workbench.judging.detective.phones import other_forms
from workbench.judging.detective.places import country_ways, region_ways
from workbench.judging.detective.recipe import Mistake, Way
from workbench.judging.detective.search import Found, Search
from workbench.judging.detective.senders import SENDERS, sent_by
from workbench.judging.hashing import hash_text
from workbench.judging.judgement import Hashed


class Detective:
    """Asks nobody and keeps nothing. ``detect`` and ``look_up`` never raise, for any text."""

    def __init__(self, *, contract: Contract) -> None:
        self.fields = tuple(field for field in contract.fields if field.hashed)

    def field(self, name: str) -> Field | None:
        """The hashed field of this name or path."""
        return next((field for field in self.fields if name in (field.name, field.path)), None)

    def warm_up(self) -> None:
        """Loads what costs a tenth of a second, so that no key has to wait for it."""
        from workbench.judging.normalising.country_names import codes_by_name
        from workbench.judging.normalising.numbering_plan import doubt_number

        codes_by_name()
        doubt_number("442079460958")
        for _ in (*country_ways("us"), *region_ways("ca")):
            pass
        codes()

    def look_up(self, digest: str) -> Detection:
        """What is known of a digest without its value."""
        given = read_digest(digest)
        if given is None:
            return explaining.NO_DIGEST
        known = find_nothing(given) or find_sample(given) or find_code(given)
        return explaining.unknown(given) if known is None else explaining.of_known(known, given, None, alone=True)

    def detect(self, field: Field, digest: str, value: str) -> Detection:
        """Which recipe turns ``value`` into ``digest``; ``field`` must be a hashed one."""
        given = read_digest(digest)
        if given is None:
            return explaining.NO_DIGEST
        hashed = hash_text(field, value)
        rule = field.hash_rule
        search = Search(given=given, rule=rule, beginnings=beginnings(rule, value, hashed))
        right = hashed.digest or search.right_digest
        senders = _senders(given, rule, value)
        if found := _right(search, given, hashed):
            told = explaining.of_found(found, given, right, senders=senders, tried=search.tried)
            return explaining.with_doubts(told, hashed)
        if not hashed.already_hashed and (nothing := find_nothing(given)):
            return explaining.of_known(nothing, given, right, tried=search.tried)
        if found := self._searched(search, field, value):
            return explaining.of_found(found, given, right, senders=senders, tried=search.tried)
        if sample := find_sample(given):
            return explaining.of_known(sample, given, right, tried=search.tried)
        if code := find_code(given):
            return explaining.of_other_code(code, right, tried=search.tried)
        return explaining.unexplained(given, right, tried=search.tried, deepest=search.deepest)

    def _searched(self, search: Search, field: Field, value: str) -> Found | None:
        """The simplest explanation: whole recipes of others stand between two mistakes and three."""
        for count in (0, 1, 2):
            if found := search.with_mistakes(count):
                return found
        return (
            search.among(self._other_rules(field, value))
            or search.among(other_forms(value) if field.hash_rule == "ph" else ())
            or search.with_mistakes(3)
            or search.among(_whole_recipes(field.hash_rule, value))
        )

    def _other_rules(self, field: Field, value: str) -> Iterator[Way]:
        for other in self.fields:
            text = hash_text(other, value).normalised if other.hash_rule != field.hash_rule else None
            if text is not None:
                what = f"by the rule of another field, {other.label} ({other.name})"
                fix = f"Use the rule of {field.name}, or send the digest as {other.name} if the value belongs there."
                yield Way(text, (f"rule-of-{other.name}",), (Mistake(what, fix),))


def _right(search: Search, given: Given, hashed: Hashed) -> Found | None:
    """The rule's own digest, perhaps written in another way."""
    if hashed.digest is None or given.cut or given.raw.hex() != hashed.digest:
        return None
    if hashed.already_hashed:
        return Found(hashed.digest, given.steps, given.mistakes, "which the value is already")
    found = search.with_mistakes(0)
    # The normaliser has the last word; should the search not know its way, the bare hash is still true.
    return (
        found._replace(reading="")
        if found
        else Found(hashed.normalised or "", ("sha256", *given.steps), given.mistakes)
    )


def _whole_recipes(rule: str, value: str) -> Iterator[Way]:
    yield Way(value, (), (AS_TYPED,))
    for sender in SENDERS:
        if sent := sent_by(sender, rule, value):
            mistake = Mistake(f"by the recipe of {sender.title}", "Apply the field's rule before hashing.")
            yield Way(sent[0], sent[1], (mistake,))


def _senders(given: Given, rule: str, value: str) -> tuple[str, ...]:
    """Who makes this very digest of the value. One written in another way, or cut, is nobody's."""
    if given.cut or given.mistakes:
        return ()
    sent = ((sender, sent_by(sender, rule, value)) for sender in SENDERS)
    return tuple(sender.title for sender, made in sent if made and digest_of(made[0]) == given.raw)
