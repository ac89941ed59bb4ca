"""The installers of Windows and macOS, as far as this machine can tell: their scripts, and the spec as read there."""

import plistlib
import re
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import PyInstaller.utils.hooks
import pytest

import workbench

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "packaging" / "windows")]

import licences  # noqa: E402 - packaging/ is no package
import sbom  # noqa: E402
import setup_program  # noqa: E402
import sign  # noqa: E402
from version_resource import four_numbers, version_resource  # noqa: E402

ISS = (ROOT / "packaging" / "windows" / "workbench.iss").read_text(encoding="utf-8")
MACOS = ROOT / "packaging" / "macos"


# What PyInstaller's hooks find in the distribution of Qt for Windows, in part.
FOUND = [
    (f"PySide6/{name}", rf"C:\site-packages\PySide6\{name}", "BINARY")
    for name in (
        "Qt6Core.dll", "Qt6Gui.dll", "Qt6Svg.dll", "Qt6Widgets.dll", "opengl32sw.dll",
        "plugins/iconengines/qsvgicon.dll", "plugins/imageformats/qsvg.dll", "plugins/imageformats/qtiff.dll",
        "plugins/platforms/qdirect2d.dll",
        "plugins/platforms/qminimal.dll", "plugins/platforms/qoffscreen.dll", "plugins/platforms/qwindows.dll",
        "plugins/styles/qmodernwindowsstyle.dll", "plugins/tls/qschannelbackend.dll",
    )
]  # fmt: skip


def directives() -> dict[str, str]:
    """The lines of [Setup]."""
    section = ISS.split("[Setup]")[1].split("\n[")[0]
    return dict(re.findall(r"^(\w+)=(.*)$", section, re.MULTILINE))


class _Recorded:
    """What the spec asked PyInstaller for, without building it."""

    def __init__(self) -> None:
        self.programs: list[dict[str, Any]] = []
        self.binaries: list[tuple[str, str, str]] = []
        self.app: dict[str, Any] = {}

    def names(self, spec: Path) -> dict[str, Any]:
        """The names that PyInstaller gives a spec."""
        return {
            "SPECPATH": str(spec.parent),
            "Analysis": lambda *_parts, **_more: SimpleNamespace(binaries=FOUND, datas=[], pure=[], scripts=[]),
            "PYZ": lambda *_parts: None,
            "EXE": lambda *_parts, **more: self.programs.append(more),
            "COLLECT": lambda *parts, **_more: self.binaries.extend(parts[-2]),
            "BUNDLE": lambda *_parts, **more: self.app.update(more),
        }


def read_as(system: str, monkeypatch: pytest.MonkeyPatch) -> _Recorded:
    """The spec, read as on ``system``."""
    spec = ROOT / "packaging" / "workbench.spec"
    recorded = _Recorded()
    monkeypatch.setattr(PyInstaller.utils.hooks, "collect_submodules", lambda _name: [])
    # What another system would bundle is not installed here.
    monkeypatch.setattr(licences, "write_licences", lambda folder, **_more: folder)
    monkeypatch.setattr(sbom, "write_bill", lambda path, **_more: path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "platform", system)
    runpy.run_path(str(spec), recorded.names(spec))
    return recorded


def test_spec_makes_a_program_for_the_window_and_one_for_the_terminal_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = read_as("win32", monkeypatch).programs
    assert {each["name"]: each["console"] for each in made} == {"workbench-window": False, "workbench": True}
    assert all(Path(each["icon"]).suffix == ".ico" for each in made)
    assert all(workbench.__version__ in Path(each["version"]).read_text(encoding="utf-8") for each in made)


def test_spec_takes_along_what_the_window_needs_on_windows_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = {name.removeprefix("PySide6/") for name, _source, _kind in read_as("win32", monkeypatch).binaries}
    left = {name.removeprefix("PySide6/") for name, _source, _kind in FOUND} - taken
    assert left == {
        "opengl32sw.dll",
        "plugins/imageformats/qtiff.dll",
        "plugins/platforms/qdirect2d.dll",
        "plugins/platforms/qminimal.dll",
        "plugins/tls/qschannelbackend.dll",
    }


def test_spec_makes_an_app_whose_program_is_the_window_on_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    app = read_as("darwin", monkeypatch).app
    assert app["name"] == "Conversion Workbench.app"
    assert Path(app["icon"]).suffix == ".icns"
    assert app["version"] == app["info_plist"]["CFBundleVersion"] == workbench.__version__
    assert app["info_plist"]["CFBundleExecutable"] == "workbench-window"
    assert app["info_plist"]["LSBackgroundOnly"] is False
    assert plistlib.loads(plistlib.dumps(app["info_plist"])) == app["info_plist"]


def test_spec_makes_one_program_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded = read_as("linux", monkeypatch)
    assert [each["name"] for each in recorded.programs] == ["workbench"]
    assert recorded.app == {}


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.12", (1, 12, 0, 0)), ("2.0.0rc1", (2, 0, 0, 0))]
)
def test_version_is_four_numbers_on_windows(version: str, numbers: tuple[int, ...]) -> None:
    assert four_numbers(version) == numbers


def test_version_resource_is_what_pyinstaller_reads() -> None:
    text = version_resource(program="workbench", description="What it is", version="1.2.3")
    said: dict[str, object] = {}
    names = {
        "VSVersionInfo": lambda ffi, kids: (ffi, kids),
        "FixedFileInfo": lambda **numbers: numbers,
        "StringFileInfo": lambda tables: tables,
        "StringTable": lambda _name, strings: strings,
        "StringStruct": said.__setitem__,
        "VarFileInfo": lambda parts: parts,
        "VarStruct": lambda name, numbers: (name, numbers),
    }
    fixed, _kids = eval(text, names)  # noqa: S307 - as PyInstaller does with its own classes
    assert fixed["filevers"] == fixed["prodvers"] == (1, 2, 3, 0)
    assert (said["FileVersion"], said["OriginalFilename"]) == ("1.2.3", "workbench.exe")


def test_setup_asks_for_no_administrator_and_keeps_to_the_users_own_folder() -> None:
    told = directives()
    assert told["PrivilegesRequired"] == "lowest"
    assert "PrivilegesRequiredOverridesAllowed" not in told
    assert told["DefaultDirName"] == r"{autopf}\{#Name}"
    assert "HKLM" not in ISS
    assert "HKEY_LOCAL_MACHINE" not in ISS


def test_setup_is_known_by_the_same_id_for_ever() -> None:
    assert directives()["AppId"] == "{{7834BD15-C1B3-4F5D-80BB-836C92E48A6A}"


def test_setup_takes_its_version_from_the_command_line_alone() -> None:
    assert "#ifndef Version\n  #error" in ISS
    told = directives()
    assert {told["AppVersion"], told["VersionInfoVersion"]} == {"{#Version}"}


def test_setup_changes_path_and_desktop_only_when_asked() -> None:
    tasks = re.findall(r'^Name: "(\w+)"; Description.*Flags: unchecked$', ISS, re.MULTILINE)
    assert tasks == ["desktopicon", "path"]
    assert re.search(r"autodesktop}.*Tasks: desktopicon$", ISS, re.MULTILINE)
    assert "WizardIsTaskSelected('path')" in ISS


def test_uninstalling_leaves_the_users_data() -> None:
    assert "[UninstallDelete]" not in ISS
    removed = re.findall(r'^Type: \w+; Name: "(.*)"$', ISS, re.MULTILINE)
    assert removed == [r"{app}\_internal"]


def test_setup_opens_the_program_that_has_no_terminal() -> None:
    opened = re.findall(r'Filename: "\{app\}\\([\w-]+)\.exe"', ISS)
    assert set(opened) == {"workbench-window"}


def test_windows_signing_without_a_certificate_says_so_and_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert sign.main(["a.exe"], {}) == 0
    assert capsys.readouterr().out == "No certificate is configured: not signed: a.exe\n"


@pytest.mark.parametrize(
    ("environment", "how"),
    [
        ({"WINDOWS_CERTIFICATE": "c.pfx", "WINDOWS_CERTIFICATE_PASSWORD": "p"}, ["/f", "c.pfx", "/p", "p"]),
        ({"WINDOWS_CERTIFICATE_THUMBPRINT": "ab"}, ["/sha1", "ab"]),
    ],
)
def test_windows_signing_hands_the_certificate_to_signtool(environment: dict[str, str], how: list[str]) -> None:
    assert sign.certificate(environment) == how


def test_windows_signing_without_signtool_fails_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    where = {"WINDOWS_CERTIFICATE": "c.pfx", "WINDOWS_CERTIFICATE_PASSWORD": "secret", "SIGNTOOL": "/nowhere/signtool"}
    assert sign.main(["a.exe"], where) == 2
    said = capsys.readouterr()
    assert "Windows SDK" in said.err
    assert "secret" not in said.out + said.err


def test_setup_program_is_made_for_the_version_that_is_written_once() -> None:
    made = setup_program.command({"ISCC": "iscc"}, version="1.2.3")
    assert made[0] == "iscc"
    assert "/DVersion=1.2.3" in made
    assert made[-1].endswith("workbench.iss")
    assert "/DSign" not in made


def test_setup_program_is_signed_when_there_is_a_certificate() -> None:
    made = setup_program.command({"WINDOWS_CERTIFICATE_THUMBPRINT": "ab"}, version="1.2.3")
    assert "/DSign" in made
    (how,) = (word for word in made if word.startswith("/Ssigntool="))
    assert how.endswith("sign.py$q $f")


def test_setup_program_without_inno_setup_fails_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup_program.main({"ISCC": "/nowhere/iscc"}) == 2
    assert "Inno Setup is not to be found: /nowhere/iscc" in capsys.readouterr().err


def test_entitlements_allow_one_thing() -> None:
    granted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert granted == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize(
    ("script", "line"),
    [("sign.sh", "ad-hoc signature"), ("keychain.sh", "nothing will be signed"), ("notarise.sh", "is not notarised")],
)
def test_macos_script_without_a_certificate_says_so_and_goes_on(script: str, line: str) -> None:
    ran = subprocess.run(
        ["sh", str(MACOS / script), "Some.app"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.count("\n") == 1
    assert line in ran.stdout


@pytest.mark.parametrize("script", ["dmg.sh", "keychain.sh", "notarise.sh", "sign.sh"])
def test_macos_script_is_plain_sh(script: str) -> None:
    subprocess.run(["sh", "-n", str(MACOS / script)], check=True)
