"""`workbench --smoke-test`: whether this installation is whole. Run after freezing and after installing.

Works off screen in a temporary data folder; sends one event to the practice endpoint on this computer and nothing to
any other. The user's data and keyring are not touched. Everything is imported when its turn comes: the first thing that
is missing is the one that is named.
"""

import json
import os
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.cli.exits import DONE, WRONG
from workbench.cli.output import complain
from workbench.cli.streams import prepared
from workbench.ground.errors import Blame, MachineError, explain_error
from workbench.ground.resources import resources_root

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workbench.app import Parts
    from workbench.ui.workbench import Workbench

_PATIENCE = 60.0
_FEWEST_CERTIFICATES = 50
_KEYRING_LIBRARIES = {
    "linux": ("keyring.backends.SecretService", "secretstorage"),
    "darwin": ("keyring.backends.macOS.api",),
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
}
_PLATFORM_PLUGINS = {"linux": "libqxcb.so", "darwin": "libqcocoa.dylib", "win32": "qwindows.dll"}


def smoke_test() -> int:
    """Tries everything once. One line on stdout and exit code 0, or one on stderr, naming what failed, and 1."""
    output = prepared()
    # An abort would leave Qt's words alone on stderr; a window on the user's screen would be an intrusion.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    told = []
    for name, step in (
        ("resources", _resources),
        ("certificates", _certificates),
        ("keyrings", _keyrings),
        ("window", _window),
    ):
        try:
            told.append(step())
        except Exception as error:  # noqa: BLE001 - whatever is wrong with an installation becomes one line
            complain(f"Smoke test failed at {name}: {_in_a_line(error)}")
            return WRONG
    output.write(f"workbench {__version__}: {', '.join(told)}.\n")
    output.flush()
    return DONE


def _in_a_line(error: Exception) -> str:
    explained = explain_error(error)
    if explained.blame is not Blame.US:
        return f"{explained.message} {explained.fix}".replace("\n", " ").strip()
    # Nothing of the user's is in play here, so the words of an error that nobody foresaw may be shown.
    return f"{type(error).__name__}: {error}".replace("\n", " ").strip()


def _broken(message: str) -> MachineError:
    return MachineError(message, fix="Install the program again.")


def _resources() -> str:
    """Reads every file that travels with the program."""
    root = resources_root()
    read: dict[str, Callable[[str], object]] = {".json": json.loads, ".toml": tomllib.loads}
    files = sorted(path for path in root.rglob("*") if path.is_file())
    for path in files:
        content = path.read_bytes()
        if not content:
            raise _broken(f"{path} is empty.")
        if path.suffix in read:
            read[path.suffix](content.decode())
    return f"{len(files)} resources"


def _certificates() -> str:
    """The certificates that a send to Pinterest would be checked against."""
    import ssl

    from requests.utils import DEFAULT_CA_BUNDLE_PATH

    count = len(ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH).get_ca_certs())
    if count < _FEWEST_CERTIFICATES:
        raise _broken(f"{DEFAULT_CA_BUNDLE_PATH} holds {count} certificates only.")
    return f"{count} certificates"


def _keyrings() -> str:
    """Lists the backends, and loads what this system's own one needs. None is asked for anything: it might prompt."""
    from importlib.metadata import entry_points

    backends = [each.load() for each in entry_points(group="keyring.backends")]
    if not backends:
        raise _broken("No keyring backend is listed.")
    for name in _KEYRING_LIBRARIES.get(sys.platform, ()):
        import_module(name)
    return f"{len(backends)} keyring backends"


def _window() -> str:
    """Opens the window, builds every page, sends the example and finds it in the history."""
    from PySide6.QtWidgets import QApplication

    from workbench.app import Parts, fresh_id
    from workbench.ground.paths import AppPaths
    from workbench.ui.workbench import Workbench

    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    faults = _Faults()
    _load_platform_plugin()
    # On Windows the history's file cannot go while a worker that is late still holds it.
    with tempfile.TemporaryDirectory(prefix="workbench-", ignore_cleanup_errors=True) as folder:
        if not os.environ.get("HOME"):
            # Fontconfig would complain on stderr that it has no place for its cache.
            os.environ.setdefault("XDG_CACHE_HOME", folder)
        app = QApplication(["workbench"])
        _draw_icons()
        parts = Parts(paths=AppPaths(data=Path(folder) / "data"))
        workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
        try:
            workbench.open()
            _wait(app, lambda: workbench.compose.form.complete and not workbench.background.busy, "the first page")
            pages = _build_pages(app, workbench)
            state = _send(app, workbench, parts)
        finally:
            workbench.window.close()
            workbench.background.finish()
    faults.raise_first()
    return f"{pages} pages, one practice send {state}"


class _Faults:
    """What goes wrong in a slot would be printed and forgotten; here it counts. Qt's remarks are kept off stderr."""

    def __init__(self) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        self._seen: list[BaseException] = []
        sys.excepthook = self._note
        qInstallMessageHandler(self._hear)

    def _note(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._seen.append(error)

    def _hear(self, kind: object, _context: object, text: str) -> None:
        from PySide6.QtCore import QtMsgType

        if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            self._seen.append(_broken(text))

    def raise_first(self) -> None:
        if self._seen:
            raise self._seen[0]


def _load_platform_plugin() -> None:
    """The plugin with which the window would be shown: finds out whether the system has the libraries it needs."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    name = _PLATFORM_PLUGINS.get(sys.platform)
    if name is not None:
        path = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / name
        loader = QPluginLoader(str(path))
        if not loader.load():
            raise _broken(loader.errorString())


def _draw_icons() -> None:
    from PySide6.QtSvg import QSvgRenderer

    for path in sorted((resources_root() / "icons").glob("*.svg")):
        if not QSvgRenderer(str(path)).isValid():
            raise _broken(f"{path} is no drawing.")


def _build_pages(app: "QApplication", workbench: "Workbench") -> int:
    for name in workbench.window.page_names:
        workbench.show_page(name)
        app.processEvents()
    workbench.show_page("compose")
    workbench.compose.show_templates()
    workbench.compose.focus_problems()
    _wait(app, lambda: not workbench.background.busy, "the pages")
    return len(workbench.window.page_names)


def _send(app: "QApplication", workbench: "Workbench", parts: "Parts") -> str:
    from workbench.history.query import Query

    workbench.send()
    _wait(app, lambda: not workbench.dispatch.sending and not workbench.background.busy, "the answer to a send")
    rows = parts.history.rows(Query())
    if not rows:
        raise _broken("A send to the practice endpoint is not in the history.")
    state = rows[0].state.value
    if not state.startswith("processed"):
        entry = parts.history.entry(rows[0].id)
        raise MachineError(f"A send to the practice endpoint is {state}: {entry.cause}", fix=entry.fix)
    return state


def _wait(app: "QApplication", met: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not met():
        if time.monotonic() > end:
            raise _broken(f"Waited {_PATIENCE:.0f} s in vain for {what}.")
        app.processEvents()
        time.sleep(0.005)
