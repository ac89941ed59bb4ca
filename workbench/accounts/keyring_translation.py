"""Whatever a keyring backend raises, turned into one of our errors: theirs have no base class in common.

Foreign classes are recognised by their full names, so that nothing has to be imported to catch them.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from workbench.accounts.keyring_errors import keyring_failed, keyring_locked, keyring_missing, keyring_not_created
from workbench.ground.errors import MachineError, WorkbenchError

NO_KEYRING_ANSWERS: Final = "No keyring of the operating system answers."
_LOCKED: Final = frozenset(
    {
        "keyring.errors.KeyringLocked",
        "secretstorage.exceptions.LockedException",
        "secretstorage.exceptions.PromptDismissedException",
    }
)
# Beside the token at hand, anything that looks like one: a backend may speak of an entry that nobody asked for.
_LOOKS_LIKE_TOKEN: Final = re.compile(r"pin[acr]_?[\w.\-]{8,}")


@contextmanager
def keyring_in_words(keyring_name: str, done: str, *, secret: str = "") -> Iterator[None]:
    """Raise KeyringLocked, KeyringMissing or KeyringFailed in place of any foreign exception, and chain that one.

    ``done`` completes "the token could not be …". An exception whose text holds the token (``secret``) is not chained,
    because a traceback would print it.
    """
    try:
        yield
    except WorkbenchError:
        raise
    except Exception as error:  # noqa: BLE001 - an adapter's edge: whatever a backend raises becomes ours
        raise _translated(error, keyring_name, done, secret) from None if _tells_token(error, secret) else error


def _translated(error: Exception, keyring_name: str, done: str, secret: str) -> MachineError:
    kinds = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__}
    said = _without_token(f"{type(error).__name__}: {error}", secret)
    if kinds & _LOCKED:
        return keyring_locked(keyring_name, done, platform=sys.platform)
    if "keyring.errors.NoKeyringError" in kinds:
        return keyring_missing(NO_KEYRING_ANSWERS, platform=sys.platform)
    if "keyring.errors.InitError" in kinds:
        return keyring_not_created(keyring_name, done, said, platform=sys.platform)
    return keyring_failed(keyring_name, done, said, platform=sys.platform)


def _without_token(text: str, secret: str) -> str:
    one_line = " ".join(text.split())
    return _LOOKS_LIKE_TOKEN.sub("[token]", one_line.replace(secret, "[token]") if secret else one_line)


def _tells_token(error: BaseException | None, secret: str) -> bool:
    """Whether the error, or one that led to it, would print a token."""
    while error is not None:
        text = str(error)
        if (secret and secret in text) or _LOOKS_LIKE_TOKEN.search(text):
            return True
        error = error.__cause__ or error.__context__
    return False
