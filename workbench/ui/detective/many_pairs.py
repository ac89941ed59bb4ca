"""Many pairs at once: a CSV file or what is on the clipboard in, a table of verdicts out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.ground.errors import explain_error
from workbench.judging.detective.detective import Detective
from workbench.judging.detective.results_csv import results_csv
from workbench.ui.background import Background
from workbench.ui.detective.examples import example_csv
from workbench.ui.detective.pairs_model import COLUMNS, PairsModel, pair_icons
from workbench.ui.detective.pairs_run import Judged, PairsRun
from workbench.ui.detective.words import look_of
from workbench.ui.history.notices import EmptyNotice
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ToneLabel

_ABOUT = (
    "Open or paste a CSV text with the columns field, digest and value: for example em, the digest your shop sent, and "
    "the e-mail address it should be of. Each row gets a verdict and a reason. The values stay in memory until the "
    "next file; exported results hold none of them."
)
_CSV = "CSV (*.csv *.txt *.tsv);;All files (*)"
_POLL_MS = 100
_LETTERS = (8, 16, 20, 0, 30)


class ManyPairs(QWidget):
    """Judges in a worker; the window stays in hand, and the work can be stopped."""

    def __init__(self, *, detective: Detective, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detective = detective
        self._background = background
        self._run: PairsRun | None = None
        self.model = PairsModel(parent=self)
        self._open = self._button("open", "&Open a CSV file …")
        self._paste = self._button("paste", "&Paste from the clipboard")
        self._export = self._button("export", "E&xport the results …")
        self._stop = self._button("stop", "&Stop")
        self._status = ToneLabel(tone=Tone.MUTED, parent=self)
        self._status.setObjectName("detective.status")
        self._status.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("detective.progress")
        self._progress.setAccessibleName("Pairs judged")
        self._table = self._make_table()
        self._pair = ToneLabel(parent=self)
        self._pair.setObjectName("detective.pair")
        self._pair.setAccessibleName("The selected pair")
        self._pair.setWordWrap(True)
        self._pair.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty = EmptyNotice(
            heading="Many pairs at once",
            text=_ABOUT,
            button="Show an example",
            name="detective.pairs.example",
            parent=self,
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._lay_out()
        self._connect()
        self._show_running(running=False)

    # -- what a person asks for

    def open_file(self, name: str) -> None:
        """Judges the pairs of a file."""
        path = Path(name)
        self._start(path.name, PairsRun(detective=self._detective, what=path.name, read=path.read_bytes))

    def paste(self, text: str) -> None:
        """Judges the pairs of a text."""
        what = "The clipboard"
        self._start(what, PairsRun(detective=self._detective, what=what, read=partial(str, text)))

    def export_to(self, name: str) -> None:
        """Writes the results, without plain values."""
        path, results = Path(name), self.model.results
        self._background.run(
            partial(_write, path, results_csv(results)),
            receiver=self,
            done=partial(self._exported, path.name),
            failed=self._failed,
        )

    def stop(self) -> None:
        """Ends what is under way; what was judged by then is shown."""
        if self._run is not None:
            self._run.stop()

    # -- inside

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.model.set_icons(pair_icons(self.palette()))

    def _button(self, word: str, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setObjectName(f"detective.{word}")
        return button

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("detective.pairs")
        table.setAccessibleName("Verdict for each pair")
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        letter = table.fontMetrics().averageCharWidth()
        for column, letters in enumerate(_LETTERS):
            header.resizeSection(column, letters * letter)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(COLUMNS.index("Explanation"), QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._open, self._paste, self._stop):
            buttons.addWidget(button)
        buttons.addWidget(self._progress, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._export)
        found = QWidget(self)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._table, 1)
        column.addWidget(self._pair)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(self._status)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._open.clicked.connect(self._ask_open)
        self._paste.clicked.connect(self._paste_clipboard)
        self._export.clicked.connect(self._ask_export)
        self._stop.clicked.connect(self.stop)
        self._empty.asked.connect(self._show_example)
        self._timer.timeout.connect(self._show_progress)
        self._table.selectionModel().selectionChanged.connect(self._show_pair)

    def _ask_open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Open pairs of digest and value", "", _CSV)
        if name:
            self.open_file(name)

    def _ask_export(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, "Export the results", "detective.csv", _CSV)
        if name:
            self.export_to(name)

    def _paste_clipboard(self) -> None:
        self.paste(QGuiApplication.clipboard().text())

    def _show_example(self) -> None:
        self._start("The example", PairsRun(detective=self._detective, what="The example", read=example_csv))

    def _start(self, what: str, run: PairsRun) -> None:
        if self._run is not None:
            return
        self._run = run
        self._say(f"{what}: being read.", Tone.MUTED)
        self._show_running(running=True)
        self._background.run(run.judge, receiver=self, done=self._judged, failed=self._failed)

    def _judged(self, judged: Judged) -> None:
        self._show_running(running=False)
        self.model.show_results(judged.results, pair_icons(self.palette()))
        self._stack.setCurrentIndex(1)
        self._say(_summary(judged), Tone.WARNING if judged.stopped else Tone.PLAIN)
        self._export.setEnabled(bool(judged.results))
        self._table.selectRow(0)

    def _failed(self, error: BaseException) -> None:
        self._show_running(running=False)
        explained = explain_error(error)
        kept = "Below are still the results of before." if self.model.results else ""
        self._say(" ".join(part for part in (explained.message, explained.fix, kept) if part), Tone.ERROR)

    def _exported(self, name: str, _nothing: None) -> None:
        self._say(f"Written: {name}, {len(self.model.results):,} results without plain values.", Tone.GOOD)

    def _show_running(self, *, running: bool) -> None:
        if not running:
            self._run = None
        for widget in (self._stop, self._progress):
            widget.setVisible(running)
        for button in (self._open, self._paste, self._empty.button):
            button.setEnabled(not running)
        # With large text there is no room for all of them at once.
        self._export.setVisible(not running)
        self._export.setEnabled(bool(self.model.results))
        if running:
            self._progress.setRange(0, 0)
            self._timer.start()
        else:
            self._timer.stop()

    def _show_progress(self) -> None:
        if self._run is not None and self._run.total:
            self._progress.setRange(0, self._run.total)
            self._progress.setValue(self._run.done)

    def _show_pair(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        rows = selected.indexes()
        if not rows:
            self._pair.setText("")
            return
        result = self.model.results[rows[0].row()]
        found = result.detection
        told = [f"Row {result.row}, {result.field_name}. {look_of(found).word}: {found.explanation}."]
        told += [f"Recipe: {' → '.join(found.recipe)}"] if found.recipe else []
        told += [found.fix] if found.fix else []
        told += [f"Who does so: {', '.join(found.senders)}"] if found.senders and not found.correct else []
        self._pair.setText("\n".join(told))

    def _say(self, text: str, tone: Tone) -> None:
        self._status.setText(text)
        self._status.set_tone(tone)


def _summary(judged: Judged) -> str:
    words = [look_of(each.detection).word.lower() for each in judged.results]
    counts = ", ".join(f"{words.count(word):,} {word}" for word in ("right", "wrong", "unexplained"))
    pairs = f"{judged.total:,} pair{'' if judged.total == 1 else 's'}"
    if judged.stopped:
        return f"{judged.what}: stopped after {len(words):,} of {pairs}: {counts}."
    return f"{judged.what}: {pairs}, {counts}."


def _write(path: Path, text: str) -> None:
    # With a byte order mark, so that spreadsheets take the accents for what they are.
    path.write_text(text, encoding="utf-8-sig", newline="")
