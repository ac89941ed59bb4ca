"""The practice endpoint as a service on this computer: start, stop, faults and the news of what arrived."""

import errno
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import Self

from workbench.contract.loading import Contract
from workbench.ground.errors import InputError, MachineError
from workbench.judging.judge import Judge
from workbench.practice.endpoint import PracticeEndpoint
from workbench.practice.faults import Fault, FaultQueue
from workbench.practice.handler import PracticeHandler
from workbench.practice.listener import LOOPBACK, Listener
from workbench.practice.received import ReceivedRequest

SLOW_SECONDS = 5.0
_HIGHEST_PORT = 65535


class PracticeServer:
    """Answers on ``http://127.0.0.1:PORT/v5`` as Pinterest would, and on no other interface. Off until started.

    Any Bearer token is taken, but for ``expired`` and those that begin with ``bad``: they get a 401. ``on_request`` is
    called in the connection's own thread, before the answer leaves, and never with the token; it may be set at any
    time. ``slow_seconds`` is the delay of the fault ``slow``. Port 0 lets the system choose one. Raises InputError for
    a port that is none.
    """

    def __init__(
        self,
        *,
        judge: Judge,
        contract: Contract,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        faults: Sequence[Fault] = (),
        on_request: Callable[[ReceivedRequest], None] | None = None,
        slow_seconds: float = SLOW_SECONDS,
    ) -> None:
        self.on_request = on_request
        self._contract = contract
        self._clock = clock
        self._port = _checked(port)
        self._queue = FaultQueue(faults)
        self._endpoint = PracticeEndpoint(judge=judge, contract=contract, clock=clock, faults=self._queue)
        self._slow_seconds = slow_seconds
        self._lock = threading.Lock()
        self._listener: Listener | None = None
        self._stopping = threading.Event()

    @property
    def address(self) -> str:
        """The base URL, ``http://127.0.0.1:PORT/v5``; "" while it is stopped."""
        listener = self._listener
        return f"http://{LOOPBACK}:{listener.server_port}/v5" if listener else ""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults that wait for the coming requests, the next one first."""
        return self._queue.waiting

    def set_faults(self, faults: Sequence[Fault], *, sticky: bool = False) -> None:
        """Replaces the waiting faults. Each request takes one; when ``sticky``, the last one stays for all others."""
        self._queue.replace(faults, sticky=sticky)

    def start(self, *, port: int | None = None) -> str:
        """Starts listening and gives the base URL; that of the running endpoint when it was started already.

        ``port`` replaces the one given before, 0 lets the system choose. Raises InputError for a port that is none,
        MachineError when it is taken or the system refuses it.
        """
        with self._lock:
            if self._listener is None:
                self._port = _checked(self._port if port is None else port)
                self._stopping = threading.Event()
                self._listener = self._listen(self._stopping)
                self._listener.start()
        return self.address

    def stop(self) -> None:
        """Stops within a second, whatever is under way; open connections are shut. Harmless when stopped already."""
        with self._lock:
            listener, self._listener = self._listener, None
            if listener is not None:
                self._stopping.set()
                listener.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _listen(self, stopping: threading.Event) -> Listener:
        handler = partial(
            PracticeHandler,
            endpoint=self._endpoint,
            contract=self._contract,
            clock=self._clock,
            announce=self._tell,
            stopping=stopping,
            slow_seconds=self._slow_seconds,
        )
        try:
            return Listener(self._port, handler)
        except OSError as error:
            raise _refused(self._port, error) from error

    def _tell(self, received: ReceivedRequest) -> None:
        on_request = self.on_request
        if on_request is not None:
            on_request(received)


def _checked(port: int) -> int:
    if not 0 <= port <= _HIGHEST_PORT:
        raise InputError(
            f"{port} is not a port.", fix=f"Choose a number from 1 to {_HIGHEST_PORT}, or 0 for any free port."
        )
    return port


def _refused(port: int, error: OSError) -> MachineError:
    fix = "Choose another port, or 0 for any free one."
    if error.errno == errno.EADDRINUSE:
        return MachineError(f"Port {port} of this computer is in use by another program.", fix=fix)
    if error.errno in {errno.EACCES, errno.EPERM}:
        return MachineError(f"This computer does not let the practice endpoint use port {port}.", fix=fix)
    reason = error.strerror or type(error).__name__
    return MachineError(f"The practice endpoint cannot listen on port {port}: {reason}.", fix=fix)
