"""What keyring finds when it is told to look again: the backend that a test wants it to find."""

from keyring.backend import KeyringBackend  # noqa: TID253 - a start that costs 100 ms more hurts nobody here


class Again:
    """Stands in the environment where keyring expects the name of a class."""

    priority = 5

    def __init__(self) -> None:
        self.backend: KeyringBackend | None = None

    def __call__(self) -> KeyringBackend:
        assert self.backend is not None
        return self.backend


again = Again()
NAME = f"{__name__}.again"
