"""Whether the endpoint listens, at which address, and how a program is pointed at it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from workbench.sending.request import DEFAULT_ENDPOINT
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconButton, IconLabel, ToneLabel, code_font, small_font

_HOW = (
    "In the program under test, put this address in the place of {pinterest}: any made-up token and any ad account ID "
    "will do. It listens on this computer only; from another machine, forward the port to it, for example with "
    "ssh -R {port}:127.0.0.1:{port} and the name of that machine."
)
_STOPPED = "Start the endpoint, then point the program under test at its address instead of {pinterest}."
_HIGHEST_PORT = 65_535


class EndpointLine(QWidget):
    """``start_asked`` brings the wanted port, 0 for any free one."""

    start_asked = Signal(int)
    stop_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._icon = IconLabel("stop", tone=Tone.MUTED, parent=self)
        self._state = ToneLabel("Stopped", parent=self)
        self._state.setObjectName("practice.state")
        self._where = ToneLabel(parent=self)
        self._where.setObjectName("practice.address")
        self._where.setAccessibleName("Address of the practice endpoint")
        self._where.setFont(code_font(self.font()))
        self._where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = IconButton("copy", "Copy the address", parent=self)
        self._copy.setObjectName("practice.copy")
        self._port = self._make_port()
        self._switch = QPushButton("Start", self)
        self._switch.setObjectName("practice.switch")
        self._about = self._wrapped(Tone.MUTED)
        self._about.setObjectName("practice.how")
        self._about.setFont(small_font(self.font()))
        self._trouble = self._wrapped(Tone.ERROR)
        self._trouble.setObjectName("practice.trouble")
        self._trouble.hide()
        self._copy.clicked.connect(self.copy_address)
        self._switch.clicked.connect(self._switched)
        self._lay_out()
        self.show_address("")

    def show_address(self, address: str) -> None:
        """Shows where the endpoint listens; "" means that it is stopped."""
        self._address = address
        listening = bool(address)
        port = address.rpartition(":")[2].partition("/")[0]
        self._icon.show_icon("practice" if listening else "stop", Tone.PRACTICE if listening else Tone.MUTED)
        self._state.setText("Listening at" if listening else "Stopped")
        self._where.setText(address)
        self._where.setVisible(listening)
        self._copy.setVisible(listening)
        self._switch.setText("Stop" if listening else "Start")
        self._switch.setEnabled(True)
        self._port.setEnabled(not listening)
        if listening:
            self._port.setValue(int(port))
        self._about.setText((_HOW if listening else _STOPPED).format(pinterest=DEFAULT_ENDPOINT, port=port))
        self._trouble.hide()

    def show_trouble(self, text: str) -> None:
        """Says why it could not be started."""
        self.show_address("")
        self._trouble.setText(text)
        self._trouble.show()

    def start(self) -> None:
        """As the button does while the endpoint is stopped."""
        if not self._address:
            self._switched()

    def copy_address(self) -> None:
        """Puts the address on the clipboard."""
        QGuiApplication.clipboard().setText(self._address)

    def _switched(self) -> None:
        self._switch.setEnabled(False)
        if self._address:
            self.stop_asked.emit()
        else:
            self.start_asked.emit(self._port.value())

    def _make_port(self) -> QSpinBox:
        port = QSpinBox(self)
        port.setObjectName("practice.port")
        port.setAccessibleName("Port of the practice endpoint")
        port.setRange(0, _HIGHEST_PORT)
        port.setSpecialValueText("any free")
        port.setToolTip("A fixed port keeps the address the same from one start to the next")
        return port

    def _wrapped(self, tone: Tone) -> ToneLabel:
        label = ToneLabel(tone=tone, parent=self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        caption = QLabel("&Port", self)
        caption.setBuddy(self._port)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self._icon, self._state, self._where, self._copy):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(caption)
        line.addWidget(self._port)
        line.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._trouble)
        layout.addWidget(self._about)
