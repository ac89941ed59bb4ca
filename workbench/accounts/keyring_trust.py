"""Which keyring backends may hold a token, and what a person calls them."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, TypeVar

_SECRET_SERVICE: Final = "the Secret Service (GNOME Keyring, KWallet or KeePassXC)"  # noqa: S105 - a name for people
_NAMES: Final = {
    "keyring.backends.SecretService": _SECRET_SERVICE,
    "keyring.backends.libsecret": _SECRET_SERVICE,
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "the macOS Keychain",
    "keyring.backends.Windows": "the Windows Credential Manager",
    "keyring.backends.fail": "no keyring",
}
_LEAST_PRIORITY: Final = 1
_HOW_CHOSEN: Final = (
    "It is chosen by the variable PYTHON_KEYRING_BACKEND or by keyring's configuration: remove it there."
)


class Backend(Protocol):
    """The part of keyring's backends that is looked at. ``priority`` may raise, and may cost a D-Bus round trip."""

    @property
    def priority(self) -> Any:
        """keyring's own judgement; below 1 means not recommended."""


AnyBackend = TypeVar("AnyBackend", bound=Backend)


def display_name(backend: Backend) -> str:
    """The name to show; for a backend from elsewhere, where its class is defined."""
    chained = members(backend)
    if chained:
        return " with ".join(dict.fromkeys(display_name(member) for member in chained))
    return _NAMES.get(type(backend).__module__, f"the backend {_full_name(backend)}")


def distrust(backend: Backend) -> str:
    """Why no token is given to this backend, as sentences; "" when it may have one.

    A chain is trusted only when each member is: it writes to the next one when the first cannot.
    """
    chained = members(backend)
    if chained:
        return next(filter(None, map(distrust, chained)), "")
    module, name = type(backend).__module__, _full_name(backend)
    if module == "keyring.backends.fail":
        return "No keyring of the operating system answers."
    if module == "keyring.backends.null":
        return f"The keyring backend {name} stores nothing. {_HOW_CHOSEN}"
    if module.startswith("keyrings.alt") or "plaintext" in name.lower():
        return f"The keyring backend {name} keeps secrets in a plain or weakly protected file."
    if not backend.priority >= _LEAST_PRIORITY:
        return f"The keyring backend {name} is not one that keyring recommends (priority {backend.priority:g})."
    return ""


def trusted_part(backend: AnyBackend) -> AnyBackend | None:
    """The backend itself, or of a chain with a member that is not trusted the first one that is; None when none is."""
    return next((candidate for candidate in (backend, *members(backend)) if not distrust(candidate)), None)


def members(backend: AnyBackend) -> Sequence[AnyBackend]:
    """The backends of a chain, first the one that is written to; empty for any other backend."""
    if type(backend).__module__ != "keyring.backends.chainer":
        return ()
    chained: Sequence[AnyBackend] = getattr(backend, "backends", ())
    return chained


def _full_name(backend: Backend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
