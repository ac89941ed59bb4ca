"""Everything bundled has terms that somebody has looked at, a text that says them, and a line in the bill."""

import json
import sys
from importlib.metadata import distribution  # noqa: TID253 - no part of the program
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import licences  # noqa: E402 - packaging/ is no package
import locked  # noqa: E402
import sbom  # noqa: E402
from bundled_libraries import packages_of  # noqa: E402

import workbench  # noqa: E402

# Installed on another system than the one the tests run on; their texts are checked where the installer is built.
ELSEWHERE = {"pywin32-ctypes", "tzdata"}
HERE = [entry for entry in locked.locked() if entry.wanted_on("linux")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The licence texts, as an installer carries them."""
    return licences.write_licences(tmp_path_factory.mktemp("licences") / "licences")


def test_lock_is_wholly_for_this_system_or_known_to_be_for_another() -> None:
    assert {entry.name for entry in locked.locked()} - {entry.name for entry in HERE} == ELSEWHERE


@pytest.mark.parametrize("name", [entry.name for entry in HERE])
def test_distribution_has_a_licence_of_a_kind_that_is_expected(name: str) -> None:
    assert licences.licence_of(distribution(name)) in licences.EXPECTED


@pytest.mark.parametrize("name", [entry.name for entry in HERE])
def test_distribution_has_a_licence_text(name: str, folder: Path) -> None:
    dist = distribution(name)
    texts = list((folder / f"{dist.metadata['Name']}-{dist.version}").iterdir())
    assert texts
    assert max(text.stat().st_size for text in texts) > 400


@pytest.mark.parametrize("system", list(locked.SYSTEMS))
def test_part_within_python_and_qt_has_a_text_or_a_word_why_not(system: str) -> None:
    for part in licences.bundled(system):
        assert (licences.TEXTS / part.text).is_file() if part.text else part.note


def test_text_that_is_kept_is_used() -> None:
    used = {part.text for part in licences.bundled("linux")} | {"LGPL-3.0.txt", "GPL-3.0.txt"}
    assert {text.name for text in licences.TEXTS.iterdir()} == used - {""}


def test_notice_says_how_qt_is_used_and_replaced(folder: Path) -> None:
    said = (folder / "NOTICE.txt").read_text(encoding="utf-8")
    version = distribution("PySide6-Essentials").version
    assert "GNU Lesser General\nPublic License, version 3" in said
    assert "linked dynamically" in said
    assert f"Build Qt {version}" in said
    assert "https://download.qt.io/official_releases/qt/" in said
    assert (folder / "LGPL-3.0.txt").is_file()
    assert (folder / "GPL-3.0.txt").is_file()


def test_distribution_of_unknown_terms_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "EXPECTED", frozenset({"MIT"}))
    with pytest.raises(licences.UnlicensedError, match=r"certifi: the licence MPL-2\.0"):
        licences.licence_of(distribution("certifi"))


def test_distribution_that_is_missing_stops_the_build() -> None:
    absent = locked.Locked(name="no-such-thing", version="1", marker="", digests=())
    with pytest.raises(licences.UnlicensedError, match="no-such-thing is not installed"):
        list(licences.installed([absent], "linux"))


def test_library_of_this_system_is_in_the_bill_and_has_its_terms(tmp_path: Path) -> None:
    # One that `make system` installs.
    library = next(Path("/usr/lib").glob("*-linux-gnu/libxcb-cursor.so.0"))
    folder = licences.write_licences(tmp_path / "licences", libraries=[library])
    assert (folder / "system" / "libxcb-cursor0" / "copyright").is_file()
    assert "libxcb-cursor0: see system/libxcb-cursor0" in (folder / "NOTICE.txt").read_text(encoding="utf-8")
    addresses = [part.get("purl", "") for part in sbom.bill("linux", [library])["components"]]
    assert [each for each in addresses if each.startswith("pkg:deb/") and "/libxcb-cursor0@" in each]


def test_library_of_no_package_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "libown.so").touch()
    assert packages_of([tmp_path / "libown.so"]) == ()


def test_bill_names_what_the_lock_installs_with_every_digest_of_it() -> None:
    document = json.loads(json.dumps(sbom.bill("linux")))
    parts = {part["name"]: part for part in document["components"]}
    for entry in HERE:
        part = parts[entry.name]
        assert (part["version"], part["purl"]) == (entry.version, f"pkg:pypi/{entry.name}@{entry.version}")
        assert part["licenses"]
        assert [each["value"] for each in part["properties"]] == list(entry.digests)
        assert entry.digests


def test_bill_is_of_this_version_and_hangs_together() -> None:
    document = sbom.bill("linux")
    program = document["metadata"]["component"]
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert program["version"] == workbench.__version__
    refs = [part["bom-ref"] for part in document["components"]]
    assert len(set(refs)) == len(refs)
    assert document["dependencies"] == [{"ref": program["bom-ref"], "dependsOn": sorted(refs)}]


def test_bill_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (sbom.write_bill(tmp_path / name).read_bytes() for name in ("a.json", "b.json"))
    assert first == second


@pytest.mark.parametrize(
    ("name", "systems"),
    [
        ("pywin32-ctypes", {"windows"}),
        ("tzdata", {"windows"}),
        ("secretstorage", {"linux"}),
        ("jeepney", {"linux"}),
        ("cryptography", {"linux"}),
        ("cffi", {"linux"}),
        ("keyring", {"linux", "windows", "macos"}),
        ("pyside6-essentials", {"linux", "windows", "macos"}),
    ],
)
def test_lock_installs_each_systems_own(name: str, systems: set[str]) -> None:
    (entry,) = (each for each in locked.locked() if each.name == name)
    assert {system for system in locked.SYSTEMS if entry.wanted_on(system)} == systems


def test_lock_with_a_line_that_pins_nothing_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("requests>=2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Not a line of a lock file"):
        locked.locked(lock)
