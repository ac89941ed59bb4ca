"""Ways of asking the detective about a field by its name."""

import hashlib
from collections.abc import Callable
from typing import TypeAlias

import pytest

from workbench.contract.loading import Contract
from workbench.judging.detective.detection import Detection
from workbench.judging.detective.detective import Detective

Detect: TypeAlias = Callable[[str, str, str], Detection]


@pytest.fixture(scope="session")
def detective(contract: Contract) -> Detective:
    """A detective over the real catalogue."""
    return Detective(contract=contract)


@pytest.fixture(scope="session")
def detect(detective: Detective) -> Detect:
    """``detect("em", digest, value)``."""

    def detect(name: str, digest: str, value: str) -> Detection:
        field = detective.field(name)
        assert field is not None
        return detective.detect(field, digest, value)

    return detect


@pytest.fixture(scope="session")
def detect_text(detect: Detect) -> Detect:
    """``detect_text("em", "A@b.com", value)``: the digest is SHA-256 of that text in UTF-8."""
    return lambda name, text, value: detect(name, hashlib.sha256(text.encode()).hexdigest(), value)
