"""`make screenshots`: every page, light and dark, large and at 1024x700, and at 200 % text, into build/screenshots.

With --readme the two pictures of the README are renewed as well. Drawn off screen: needs no display.
"""

import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.accounts.account import Account, Safety
from workbench.app import Parts, fresh_id
from workbench.contract.mode import Mode
from workbench.events.draft import Draft, Typed
from workbench.events.templates import from_template
from workbench.ground.paths import AppPaths
from workbench.ui.look.palettes import Scheme, dress
from workbench.ui.workbench import Workbench

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
README = ("compose-light", "faults-light", "response-light", "detective-light", "history-dark")
"""The pictures that the README shows."""


def settle(milliseconds: int = 250) -> None:
    """Lets the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(met: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    for _ in range(400):
        if met():
            return
        settle(50)
    sys.exit("The window did not get there.")


def fill(workbench: Workbench, parts: Parts) -> None:
    """A history worth looking at: good, warned and failed sends."""
    now = int(time.time())
    for name in ("add_to_cart", "checkout", "signup"):
        workbench.composer.load(
            workbench.composer.composition.selecting(0).with_current(
                from_template(name, now=now, event_id=f"{name}-{now % 1000}", contract=parts.contract)
            )
        )
        workbench.send()
        wait_for(lambda: not workbench.dispatch.sending)
    checkout = from_template("checkout", now=now, event_id="o-1042", contract=parts.contract)
    cart = from_template("add_to_cart", now=now, event_id="c-77", contract=parts.contract)
    phone = cart.with_value("user_data.ph", ("0151 2345678",)).with_value("user_data.click_id", "")
    workbench.composer.load(workbench.composer.composition.with_current(checkout).adding((phone, Draft())))
    workbench.composer.remove(2)
    workbench.composer.select(0)


def shoot(workbench: Workbench, name: str) -> None:
    """One picture."""
    settle()
    workbench.window.grab().save(str(OUT / f"{name}.png"))


def ask_detective(workbench: Workbench) -> None:
    """An e-mail address that somebody hashed without lower-casing it."""
    typed = "Jane.Doe@Example.com"
    for name, text in (("digest", hashlib.sha256(typed.encode()).hexdigest()), ("value", typed)):
        line = workbench.window.findChild(QLineEdit, f"detective.{name}")
        if line is None:
            sys.exit(f"The detective has no line for the {name}.")
        line.setText(text)


def faults(workbench: Workbench, suffix: str) -> None:
    """An event with faults, each with its fix."""
    composer = workbench.composer
    spoilt: dict[str, Typed] = {
        "event_name": "subscription",
        "event_time": "1795647062000",
        "event_source_url": "https://shop.example.com/thanks?email=jane@example.com",
        "custom_data.currency": "$",
        "user_data.em": ("mailto:jane.doe@example.com",),
    }
    before = composer.composition
    draft = composer.composition.current
    for path, typed in spoilt.items():
        draft = draft.with_value(path, typed)
    composer.replace_draft(draft)
    workbench.compose.middle.setCurrentWidget(workbench.compose.form)
    workbench.compose.focus_problems()
    shoot(workbench, f"faults-{suffix}")
    composer.load(before)


def every_page(workbench: Workbench, suffix: str) -> None:
    """A picture of each page and tab."""
    for page in ("compose", "history", "practice", "detective", "accounts", "settings", "help"):
        workbench.show_page(page)
        settle(600)
        if page == "detective":
            ask_detective(workbench)
        shoot(workbench, f"{page}-{suffix}")
    workbench.show_page("compose")
    faults(workbench, suffix)
    workbench.compose.toggle_json()
    shoot(workbench, f"json-{suffix}")
    workbench.compose.toggle_json()
    workbench.compose.show_templates()
    shoot(workbench, f"templates-{suffix}")
    workbench.compose.focus_problems()
    shoot(workbench, f"problems-{suffix}")
    workbench.compose.middle.setCurrentWidget(workbench.compose.form)
    workbench.compose.reveal_response()
    shoot(workbench, f"response-{suffix}")
    workbench.compose.focus_problems()
    workbench.compose.middle.setCurrentIndex(0)


def empty_history(app: QApplication) -> None:
    """The first sight of an empty history."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(paths=AppPaths(data=Path(folder)))
        workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
        workbench.open()
        wait_for(lambda: workbench.compose.form.complete and not workbench.background.busy)
        workbench.show_page("history")
        settle(600)
        shoot(workbench, "history-empty")
        workbench.show_page("accounts")
        settle(600)
        shoot(workbench, "accounts-first")
        workbench.window.close()
        workbench.background.finish()


def large_text(app: QApplication) -> None:
    """200 % text, in the smallest window."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(paths=AppPaths(data=Path(folder)))
        parts.paths.settings.write_text('{"text_size": 200}', encoding="utf-8")
        workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
        workbench.open()
        workbench.window.resize(1024, 700)
        wait_for(lambda: workbench.compose.form.complete and not workbench.background.busy)
        every_page(workbench, "text-200")
        workbench.window.close()
        workbench.background.finish()


def main() -> None:
    """All of them."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    OUT.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    empty_history(app)
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(paths=AppPaths(data=Path(folder)))
        parts.book.add(Account("Shop EU", "549761234328", Safety.ASK))
        parts.vault.keep_for_session("549761234328", "pina_0123456789abcdef")
        workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
        workbench.open()
        wait_for(lambda: workbench.compose.form.complete and not workbench.background.busy)
        fill(workbench, parts)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            dress(app, scheme)
            workbench.window.resize(1400, 900)
            every_page(workbench, scheme.value)
            workbench.window.resize(1024, 700)
            every_page(workbench, f"small-{scheme.value}")
        dress(app, Scheme.LIGHT)
        workbench.window.resize(1400, 900)
        workbench._show_accounts("Shop EU")  # noqa: SLF001 - the picture of the other modes
        shoot(workbench, "mode-test")
        workbench._mode_chosen(Mode.LIVE)  # noqa: SLF001
        workbench.top_bar.show_mode(Mode.LIVE)
        shoot(workbench, "mode-live")
        workbench.window.close()
        workbench.background.finish()
    large_text(app)
    if "--readme" in sys.argv:
        target = ROOT / "resources" / "screenshots"
        target.mkdir(exist_ok=True)
        for name in README:
            shutil.copy(OUT / f"{name}.png", target / f"{name}.png")
    print(f"Written: {OUT.relative_to(ROOT)}, {len(list(OUT.glob('*.png')))} pictures")


if __name__ == "__main__":
    main()
