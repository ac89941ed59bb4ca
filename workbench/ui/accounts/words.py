"""Safety levels and places of tokens in words, the same in the list and in the form."""

from typing import Final

from workbench.accounts.account import Account, Safety
from workbench.accounts.vault import TokenPlace
from workbench.ui.accounts.token_state import TokenState

SAFETY_WORDS: Final = {
    Safety.TEST_ONLY: "Test only",
    Safety.ASK: "Ask before live",
    Safety.ASK_NAME: "Ask and type the name",
}
SAFETY_MEANING: Final = {
    Safety.TEST_ONLY: "Can never send live.",
    Safety.ASK: "Every live send asks first, and names the account and the number of events.",
    Safety.ASK_NAME: "Every live send asks first, and the name of the account has to be typed.",
}
PRACTICE_MEANING: Final = "Needs no token: its events go to an endpoint on this computer and nowhere else."
WHERE_THE_ID_IS: Final = (
    "A number of up to 18 digits. Ads Manager shows it beside the account's name, and in its own address after the "
    "word advertiser."
)
WHERE_TOKENS_ARE_MADE: Final = (
    "In Ads Manager open Conversions, Conversions API, Set up API, and generate a new conversion access token."
)
_PLACE_WORDS: Final = {
    TokenPlace.KEYRING: "Token in the keyring",
    TokenPlace.SESSION: "Token for this session only",
    TokenPlace.NONE: "No token",
}


def place_words(state: TokenState) -> str:
    """Where a token is, as far as that is known."""
    if state.place is not None:
        return _PLACE_WORDS[state.place]
    return "Token: asking the keyring …" if state.reading else "Token: not known"


def listed(account: Account, state: TokenState) -> tuple[str, ...]:
    """The lines that describe an account in the list."""
    if account.practice:
        return account.name, "Needs no token"
    return account.name, account.ad_account_id, SAFETY_WORDS[account.safety], place_words(state)
