"""Keyring backends held in memory, with the faults that real ones have shown. They subclass keyring's own backend."""

# ruff: noqa: TID253 - a start that costs 100 ms more hurts nobody here

from threading import Event

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Behaves as a keyring should."""

    priority: float = 5

    def __init__(self, *, priority: float = 5) -> None:
        self.priority = priority
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("there is no such entry")


class ForgetfulKeyring(MemoryKeyring):
    """Takes every token and keeps none, without a word."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing."""


class FaultyKeyring(MemoryKeyring):
    """Raises the same error whatever it is asked; ``error`` None makes it work again."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        super().delete_password(service, username)

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


class WaitingKeyring(MemoryKeyring):
    """Waits in its prompt until ``answered`` is set, as a locked one with a display does; ``asked`` says it waits."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = Event()
        self.answered = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.set()
        self.answered.wait()
        return super().get_password(service, username)


class PlaintextKeyring(MemoryKeyring):
    """Named like the one that writes a plain file."""
