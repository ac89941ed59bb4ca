"""The short lists that spare a library's start must say what the library says."""

from workbench.judging.rules.codes import COMMON_CURRENCIES, COMMON_LANGUAGES, currency_codes, language_codes


def test_common_currencies_are_all_in_iso_4217() -> None:
    assert currency_codes() >= COMMON_CURRENCIES


def test_common_languages_are_all_in_iso_639_1() -> None:
    assert language_codes() >= COMMON_LANGUAGES
