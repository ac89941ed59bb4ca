"""What every test stands on: nothing reaches the user's own files, keyring or network settings."""

import logging
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from workbench.contract.loading import Contract, load_contract

HAS_QT = find_spec("PySide6") is not None

# How fast a busy machine runs or draws an example is no finding: a timing is a benchmark, never a test.
settings.register_profile("workbench", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("workbench")

# Without PySide6 (`make headless`) everything below the window is still tested; the rest is not even collected.
collect_ignore = [] if HAS_QT else ["ui", "e2e", "packaging", "bench"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-qt its settings in pyproject.toml would be unknown, and unknown settings are errors."""
    if find_spec("pytestqt") is None:
        parser.addini("qt_api", "the Qt binding; unused without pytest-qt")
        parser.addini("qt_log_ignore", "Qt messages that do not fail a test; unused without pytest-qt", type="linelist")
        parser.addini("qt_log_level_fail", "the level of Qt messages that fail a test; unused without pytest-qt")


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the real home folder, keyring, proxy or ``.netrc``."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "NETRC"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("WORKBENCH_TOKEN", raising=False)


class _Stray(logging.Handler):
    """Collects what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_stray_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """A log record that no test asked for fails it; a test that takes ``caplog`` looks after its records itself."""
    stray = _Stray()
    logging.getLogger().addHandler(stray)
    yield
    logging.getLogger().removeHandler(stray)
    if stray.records and "caplog" not in request.fixturenames:
        pytest.fail("Stray log records: " + "; ".join(record.getMessage() for record in stray.records))


@pytest.fixture(scope="session")
def contract() -> Contract:
    """The real catalogue."""
    return load_contract()
