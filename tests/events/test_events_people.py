"""Synthetic people: the same from the same seed for ever, and nobody's data."""

import re
from ipaddress import ip_address, ip_network

from workbench.events.draft import Draft
from workbench.events.people import PEOPLE, Person, people, person, with_person

RESERVED = [ip_network(each) for each in ("203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24", "2001:db8::/32")]
EVERYBODY = list(people())


def test_person_is_the_same_in_every_run() -> None:
    """Written down once: a change of the lists or of the way from seed to person shows here."""
    assert person(7) == Person(
        em="dora.oneill.7@example.net",
        ph="+1 408-555-0143",
        external_id="test-person-0007",
        hashed_maids="00000000-0000-4000-8000-be5ffd7c47ff",
        click_id="dj0yJnU9c3ludGhldGljMDAwMDAwMDAwMDAwMDAwMDAwMDA3JnA9MA",
        client_ip_address="203.0.113.102",
        client_user_agent=(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/26.1 Safari/605.1.15"
        ),
        fn="Dora",
        ln="O'Neill",
        ge="f",
        db="1979-01-15",
        ct="San José",
        st="CA",
        zp="95113",
        country="US",
    )


def test_people_are_those_of_the_seeds() -> None:
    assert len(EVERYBODY) == PEOPLE
    assert EVERYBODY[41] == person(41)


def test_no_two_people_share_an_id() -> None:
    assert len({each.em for each in EVERYBODY}) == PEOPLE
    assert len({each.external_id for each in EVERYBODY}) == PEOPLE
    assert len({each.hashed_maids for each in EVERYBODY}) == PEOPLE


def test_seeds_beyond_the_thousand_have_a_person_too() -> None:
    assert person(123_456).external_id == "test-person-123456"


def test_mail_is_at_a_reserved_domain() -> None:
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(\.\d+)?@example\.(com|net|org)", each.em) for each in EVERYBODY)


def test_phone_is_kept_for_fiction() -> None:
    assert all(re.fullmatch(r"\+1 [2-9]\d\d-555-01\d\d", each.ph) for each in EVERYBODY)


def test_address_is_one_for_documentation() -> None:
    for each in EVERYBODY:
        assert any(ip_address(each.client_ip_address) in network for network in RESERVED)


def test_mobile_id_is_well_formed_and_not_zero() -> None:
    for each in EVERYBODY:
        assert re.fullmatch(r"00000000-0000-4000-8000-[0-9a-f]{12}", each.hashed_maids)
        assert not each.hashed_maids.endswith("000000000000")


def test_place_belongs_to_its_number() -> None:
    """A place is one row: the same city never comes with another state, postal code or area code."""
    rows = {(each.ct, each.st, each.zp, each.ph[3:6]) for each in EVERYBODY}
    assert len({city for city, *_rest in rows}) == len(rows)


def test_everybody_differs_in_more_than_the_name() -> None:
    for key in ("fn", "ln", "ge", "db", "ct", "st", "client_user_agent"):
        assert len({getattr(each, key) for each in EVERYBODY}) > 2


def test_offline_nobody_has_a_browser_an_address_or_a_click() -> None:
    absent = set(person(1).match_keys("web")) - set(person(1).match_keys("offline"))
    assert absent == {"click_id", "client_ip_address", "client_user_agent"}


def test_mobile_id_is_written_as_the_system_prints_it() -> None:
    assert person(1).match_keys("app_ios")["hashed_maids"] == person(1).hashed_maids.upper()
    assert person(1).match_keys("app_android")["hashed_maids"] == person(1).hashed_maids


def test_with_person_replaces_the_match_keys_and_nothing_else() -> None:
    draft = Draft({"event_id": "o-1", "action_source": "web", "user_data.em": ("a@b.de", "c@d.de")})
    changed = with_person(draft, person(3))
    assert changed.texts("user_data.em") == (person(3).em,)
    assert changed.text("user_data.client_ip_address") == person(3).client_ip_address
    assert changed.text("event_id") == "o-1"


def test_with_person_leaves_the_device_of_an_app_alone() -> None:
    draft = Draft({"action_source": "app_ios", "user_data.client_user_agent": "Mozilla/5.0 (iPhone)"})
    assert with_person(draft, person(3)).text("user_data.client_user_agent") == "Mozilla/5.0 (iPhone)"
