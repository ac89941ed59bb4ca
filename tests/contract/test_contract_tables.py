"""The compiled copy of the contract says what its files say."""

from pathlib import Path

import pytest

from workbench.contract import tables
from workbench.contract.tables import COMPILED, FILES, compiled_tables, read_tables
from workbench.ground.resources import resource


def test_compiled_contract_is_current() -> None:
    # When this fails: make contract
    assert resource(COMPILED).read_bytes() == compiled_tables()


def test_edited_file_is_read_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "contract").mkdir()
    for name in (*(f"contract/{each}.toml" for each in FILES), COMPILED):
        (tmp_path / name).write_bytes(resource(name).read_bytes())
    edited = tmp_path / "contract" / "contract.toml"
    edited.write_text(edited.read_text(encoding="utf-8").replace("5.23.0", "9.9.9", 1), encoding="utf-8")
    monkeypatch.setattr(tables, "resource", lambda name: tmp_path / name)
    assert "9.9.9" in str(read_tables()["contract"])
