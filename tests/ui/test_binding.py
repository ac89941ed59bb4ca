"""The Qt binding itself: some releases break Python's own reference counts."""

import subprocess
import sys

SIGNALS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Sender(QObject):
    sent = Signal(int)
application = QCoreApplication([])
sender = Sender()
sender.sent.connect(lambda number: None)
for number in range(20_000):
    sender.sent.emit(number)
print("survived")
"""


def test_binding_survives_twenty_thousand_emissions() -> None:
    # PySide6 6.12.0 on Python 3.11 aborts after some 570: True loses a reference with each emission.
    done = subprocess.run([sys.executable, "-c", SIGNALS], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "survived")
