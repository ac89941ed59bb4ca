"""The service: start, stop, port and faults."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from workbench.contract.loading import Contract
from workbench.ground.errors import InputError, MachineError
from workbench.judging.judge import Judge
from workbench.practice.faults import Fault
from workbench.practice.received import ReceivedRequest
from workbench.practice.server import PracticeServer

if TYPE_CHECKING:
    from tests.practice.conftest import Practice

MakePractice = Callable[..., "Practice"]
MakeBody = Callable[[int], dict[str, Any]]


def test_server_gives_its_base_url(practice: "Practice") -> None:
    assert practice.server.address == f"http://127.0.0.1:{practice.port}/v5"
    assert practice.port > 0


def test_server_starts_once(practice: "Practice") -> None:
    address = practice.server.address
    assert practice.server.start() == address


def test_server_has_no_address_while_it_is_stopped(practice: "Practice") -> None:
    practice.server.stop()
    assert practice.server.address == ""


def test_server_stops_twice_without_harm(practice: "Practice") -> None:
    practice.server.stop()
    practice.server.stop()


def test_server_starts_again_after_a_stop(practice: "Practice", make_body: MakeBody) -> None:
    practice.server.stop()
    practice.server.start()
    assert practice.post(make_body(1)).status == 200


def test_server_takes_the_port_it_was_given_again(make_practice: MakePractice, make_body: MakeBody) -> None:
    first = make_practice()
    port = first.port
    first.post(make_body(1))
    first.server.stop()
    assert make_practice(port=port).server.address.endswith(f":{port}/v5")


def test_server_runs_as_a_context(judge: Judge, contract: Contract) -> None:
    with PracticeServer(judge=judge, contract=contract) as server:
        assert server.address
    assert not server.address


def test_server_tells_in_words_that_a_port_is_in_use(practice: "Practice", make_practice: MakePractice) -> None:
    with pytest.raises(MachineError, match=rf"Port {practice.port} of this computer is in use") as caught:
        make_practice(port=practice.port)
    assert "another port" in caught.value.fix


@pytest.mark.parametrize("port", [-1, 65536])
def test_server_refuses_a_number_that_is_no_port(judge: Judge, contract: Contract, port: int) -> None:
    with pytest.raises(InputError, match=f"{port} is not a port"):
        PracticeServer(judge=judge, contract=contract, port=port)


def test_server_stops_from_its_own_callback(practice: "Practice", make_body: MakeBody) -> None:
    stopped = threading.Event()

    def stop(_: ReceivedRequest) -> None:
        practice.server.stop()
        stopped.set()

    practice.server.on_request = stop
    connection = practice.begin(make_body(1))
    assert stopped.wait(10)
    connection.close()
    assert practice.server.address == ""


def test_server_shows_its_faults(make_practice: MakePractice) -> None:
    assert make_practice(Fault.SLOW).server.faults == (Fault.SLOW,)


def test_server_replaces_its_faults(make_practice: MakePractice) -> None:
    server = make_practice(Fault.SLOW).server
    server.set_faults([Fault.EMPTY, Fault.HTML])
    assert server.faults == (Fault.EMPTY, Fault.HTML)


def test_server_keeps_to_the_port_it_was_started_on(make_practice: MakePractice) -> None:
    practice = make_practice()
    port = practice.port
    practice.server.stop()
    assert practice.server.start(port=port).endswith(f":{port}/v5")
    practice.server.stop()
    assert practice.server.start().endswith(f":{port}/v5")


def test_server_does_not_start_on_a_port_that_is_none(make_practice: MakePractice) -> None:
    practice = make_practice()
    practice.server.stop()
    with pytest.raises(InputError, match="70000 is not a port"):
        practice.server.start(port=70_000)
    assert practice.server.address == ""
