"""Standard streams that never end a command before it has its exit code.

Whoever reads our output may go away, its disk may be full, or there may be no stream at all: a program started without
a terminal has none. The command goes on all the same; only its code says what the output could not.
"""

import io
import os
import sys
from typing import TextIO


class Output(io.TextIOBase):
    """Standard output. ``lost`` says whether anything could not be written."""

    def __init__(self, *, stream: TextIO | None) -> None:
        super().__init__()
        self._stream = stream
        self._gone = False
        self.lost = stream is None

    def write(self, text: str) -> int:
        if self._stream is not None:
            try:
                self._stream.write(text)
            except OSError as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError as error:
                self._lose(error)

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a plain attribute above
        return "utf-8"

    def _lose(self, error: OSError) -> None:
        # A reader that has what it wanted, as `head` does, is no failure.
        self.lost = self.lost or not isinstance(error, BrokenPipeError)
        stream, self._stream = self._stream, None
        if stream is not None:
            # What is still buffered must not fail again when the interpreter ends.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def prepared() -> Output:
    """Puts UTF-8 on the streams and our own output in the place of ``sys.stdout``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    output = Output(stream=sys.stdout)
    sys.stdout = output
    if sys.stderr is None:
        sys.stderr = Output(stream=None)
    return output
