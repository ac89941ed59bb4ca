"""How a request is meant."""

from enum import StrEnum


class Mode(StrEnum):
    """TEST asks Pinterest to judge and forget, LIVE counts, PRACTICE never leaves this computer."""

    TEST = "test"
    LIVE = "live"
    PRACTICE = "practice"

    @property
    def word(self) -> str:
        """The word that is always on screen."""
        return self.value.upper()
