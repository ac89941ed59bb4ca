"""Key to repaint: every field of the selected event filled, with 1 or 1,000 events in the request."""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from measuring import tell
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from workbench.app import Parts, fresh_id
from workbench.events.composition import Composition
from workbench.events.draft import Draft
from workbench.ground.paths import AppPaths
from workbench.ui.workbench import Workbench

KEYS = 520
WARM_UP = 20
NOW = 1_795_000_000


def filled(parts: Parts) -> Draft:
    """A draft with every field of the catalogue filled with its example."""
    values = {
        field.path: (field.example,) if field.is_list else field.example
        for field in parts.contract.fields
        if not field.in_line
    }
    line = {name: field.example for name, field in parts.contract.line_fields.items()}
    return Draft(values={**values, "event_time": str(NOW)}).with_lines((line, line))


def main(events: int) -> None:
    """Types and measures."""
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as data:
        parts = Parts(paths=AppPaths(data=Path(data)))
        workbench = Workbench(app=app, parts=parts, fresh_id=fresh_id)
        workbench.open()
        draft = filled(parts)
        drafts = tuple(draft.with_value("event_id", f"event-{number}") for number in range(events))
        workbench.composer.load(Composition(drafts))
        workbench.compose.form.build_all()
        while workbench.background.busy or not workbench.compose.form.complete:
            app.processEvents()
        line = workbench.window.findChild(QLineEdit, "user_data.em")
        assert isinstance(line, QLineEdit)
        workbench.compose.go_to("user_data.em")
        app.processEvents()
        took = []
        for number in range(KEYS):
            began = time.perf_counter()
            if number % 2:
                QTest.keyClick(line, Qt.Key.Key_Backspace)
            else:
                QTest.keyClicks(line, "x")
            app.processEvents()
            took.append((time.perf_counter() - began) * 1000)
        # The first few pay for what Qt and the processor have not met yet.
        took = sorted(took[WARM_UP:])
        tell(median=statistics.median(took), p99=took[int(len(took) * 0.99)])


main(int(sys.argv[1]))
