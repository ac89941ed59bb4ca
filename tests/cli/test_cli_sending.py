"""send, history, accounts, practice: keys and exit codes, over a real server and a real file."""

import json
import os
import signal
import sqlite3
import subprocess
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, NOW, ROOT, Endpoint, Run, Told, event

TOKEN = "pina_KNOWNTOKEN0123456789abcdef"
ACCOUNT = "549761234567"
AT = ("--now", str(NOW))


def send(run: Run, endpoint: Endpoint, *more: str, events: object = None) -> Told:
    """Sends to the test's own server, with the token in the environment."""
    body = json.dumps(events if events is not None else event())
    arguments = ("send", "-", "--json", "--account", ACCOUNT, "--endpoint", endpoint.url, *AT, *more)
    return run(*arguments, typed=body, WORKBENCH_TOKEN=TOKEN)


def test_send_is_a_test_by_default(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint)
    assert endpoint.paths == [f"/v5/ad_accounts/{ACCOUNT}/events?test=true"]
    assert (told.code, told.json["verdict"], told.json["mode"]) == (0, "processed", "test")


def test_send_tells_every_documented_key(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint).json
    assert {"verdict", "cause", "fix", "received", "processed", "events", "history_id"} <= set(told)
    assert told["requests"][0]["history_id"] == 1


def test_send_hashes_what_is_plain(run: Run, endpoint: Endpoint) -> None:
    send(run, endpoint)
    assert "jane@example.com" not in json.dumps(endpoint.bodies)


def test_send_carries_the_token(run: Run, endpoint: Endpoint) -> None:
    send(run, endpoint)
    assert endpoint.tokens == [f"Bearer {TOKEN}"]


def test_send_live_takes_both_arguments_and_the_right_id(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint, "--live", "--confirm", ACCOUNT)
    assert (told.code, endpoint.paths) == (0, [f"/v5/ad_accounts/{ACCOUNT}/events"])


def test_send_live_of_made_up_data_is_refused_before_anything_is_asked(run: Run) -> None:
    """The address answers nobody and is not asked."""
    arguments = ("--account", ACCOUNT, "--live", "--confirm", ACCOUNT, "--endpoint", "https://192.0.2.1/v5", *AT)
    told = run("send", "-", "--json", *arguments, typed=json.dumps(event()), WORKBENCH_TOKEN=TOKEN)
    assert (told.code, told.json["verdict"], told.json["history_id"]) == (1, "not-sent", None)
    assert "Event 1 (checkout o-1)" in told.json["cause"]
    assert "user_data.em[0]" in told.json["cause"]
    assert run("history", "--json").json["total"] == 0


def test_send_live_says_which_events_went_live_before(run: Run, endpoint: Endpoint) -> None:
    first = send(run, endpoint, "--live", "--confirm", ACCOUNT)
    again = send(run, endpoint, "--live", "--confirm", ACCOUNT)
    row = first.json["history_id"]
    assert "went live" not in first.err
    assert f"went live just now (history row {row}), so Pinterest drops this one" in again.err


@pytest.mark.parametrize("more", [("--live",), ("--live", "--confirm", "1"), ("--confirm", ACCOUNT)])
def test_send_live_without_both_sends_nothing(run: Run, endpoint: Endpoint, more: tuple[str, ...]) -> None:
    told = send(run, endpoint, *more)
    assert (told.code, endpoint.paths) == (2, [])


def test_send_live_of_a_test_only_account_sends_nothing(run: Run, endpoint: Endpoint) -> None:
    run("accounts", "add", "Shop", ACCOUNT)
    told = send(run, endpoint, "--live", "--confirm", ACCOUNT)
    assert (told.code, endpoint.paths) == (2, [])


def test_send_with_an_error_sends_nothing_and_exits_1(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint, events=event(action_source="shop"))
    assert (told.code, endpoint.paths) == (1, [])


def test_send_of_many_tests_goes_in_portions_of_20(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint, events=[event(event_id=f"o-{number}") for number in range(45)])
    assert [len(body["data"]) for body in endpoint.bodies] == [20, 20, 5]
    assert [row["index"] for row in told.json["events"]] == list(range(45))


@pytest.mark.parametrize(
    ("status", "answer", "code"),
    [
        (401, {"code": 2, "message": "Authentication failed."}, 3),
        (403, {"code": 29, "message": "You are not permitted to access that resource."}, 3),
        (404, {"code": 2, "message": "AdAccount not found."}, 3),
        (422, {"code": 953, "message": "x", "details": {"num_events_received": 1, "num_events_processed": 0,
               "events": [{"status": "failed", "error_message": "x"}]}}, 1),
        (502, "<html>bad gateway</html>", 4),
    ],
)  # fmt: skip
def test_send_exit_code_follows_the_answer(
    run: Run, endpoint: Endpoint, status: int, answer: object, code: int
) -> None:
    endpoint.status = status
    endpoint.answer = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
    assert send(run, endpoint).code == code


def test_send_to_a_host_that_refuses_exits_3_and_is_recorded(run: Run, endpoint: Endpoint) -> None:
    endpoint.url = "http://127.0.0.1:9/v5"
    told = send(run, endpoint)
    assert (told.code, told.json["verdict"]) == (3, "not-sent")
    assert run("history", "--json").json["rows"][0]["state"] == "not-sent"


def test_send_without_a_token_exits_3_and_sends_nothing(run: Run, endpoint: Endpoint) -> None:
    run("accounts", "add", "Shop", ACCOUNT)
    told = run("send", "-", "--account", "Shop", "--endpoint", endpoint.url, *AT, typed=json.dumps(event()))
    assert (told.code, endpoint.paths) == (3, [])


def test_send_tells_what_was_sent_before_a_later_request_could_not_be(
    run: Run, endpoint: Endpoint, tmp_path: Path
) -> None:
    def drop_history() -> None:
        # From the second request on there is no table to write it down in.
        with closing(sqlite3.connect(tmp_path / "data" / "history.sqlite3")) as connection:
            connection.execute("DROP TABLE bodies")

    endpoint.first_arrived = drop_history
    told = send(run, endpoint, events=[event(event_id=f"o-{number}") for number in range(45)])
    assert told.code >= 3
    assert (len(told.json["requests"]), told.json["events_not_sent"]) == (1, 25)


def test_send_with_an_error_still_gives_one_json_document(run: Run, endpoint: Endpoint) -> None:
    told = send(run, endpoint, events=event(action_source="shop")).json
    assert (told["verdict"], told["history_ids"], told["events_not_sent"]) == ("not-sent", [], 1)


def test_send_hides_a_token_given_in_the_wrong_place(run: Run) -> None:
    told = run("send", "-", "--account", TOKEN, typed=json.dumps(event()))
    assert told.code == 2
    assert TOKEN not in told.out + told.err


def test_history_show_lists_the_events_of_a_request_without_verdicts(run: Run, endpoint: Endpoint) -> None:
    endpoint.url = "http://127.0.0.1:9/v5"
    send(run, endpoint)
    assert [row["event_id"] for row in run("history", "show", "1", "--json").json["events"]] == ["o-1"]


def test_send_never_says_the_token_even_when_it_says_everything(run: Run, endpoint: Endpoint) -> None:
    endpoint.status, endpoint.answer = 401, json.dumps({"code": 2, "message": f"Bad token {TOKEN}"}).encode()
    told = send(run, endpoint, "--verbose")
    shown = run("history", "show", "1", "--verbose")
    assert TOKEN not in told.out + told.err + shown.out + shown.err


def test_send_to_practice_needs_no_account(run: Run) -> None:
    told = run("send", "-", "--account", "practice", "--json", typed=json.dumps(event()))
    assert told.json["mode"] == "practice"


def test_send_over_plain_http_to_another_host_is_refused(run: Run, endpoint: Endpoint) -> None:
    endpoint.url = "http://192.0.2.1/v5"
    assert send(run, endpoint).code == 2


def test_history_lists_the_newest_first(run: Run, endpoint: Endpoint) -> None:
    for number in (1, 2):
        send(run, endpoint, events=event(event_id=f"o-{number}"))
    told = run("history", "--json").json
    assert [row["event_id"] for row in told["rows"]] == ["o-2", "o-1"]
    assert told["total"] == 2


def test_history_filters(run: Run, endpoint: Endpoint) -> None:
    for number in (1, 2):
        send(run, endpoint, events=event(event_id=f"o-{number}"))
    assert [row["event_id"] for row in run("history", "--search", "o-1", "--json").json["rows"]] == ["o-1"]
    assert run("history", "--mode", "live", "--json").json["rows"] == []


def test_history_filters_by_event_and_by_the_moment_it_was_sent_before(run: Run, endpoint: Endpoint) -> None:
    send(run, endpoint, events=event(event_id="o-1"))
    assert len(run("history", "--event", "checkout", "--json").json["rows"]) == 1
    assert run("history", "--event", "check", "--json").json["rows"] == []
    assert run("history", "--until", "2d", "--json").json["rows"] == []
    assert len(run("history", "--since", "2d", "--until", "4102444800", "--json").json["rows"]) == 1


def test_history_show_gives_what_was_sent_and_what_came(run: Run, endpoint: Endpoint) -> None:
    send(run, endpoint)
    told = run("history", "show", "1", "--json").json
    assert told["body"] == endpoint.bodies[0]
    assert json.loads(told["answer"])["num_events_received"] == 1


def test_history_show_of_an_unknown_row_exits_2(run: Run) -> None:
    assert run("history", "show", "99").code == 2


def test_history_export_neutralises_formulas(run: Run, endpoint: Endpoint, tmp_path: Path) -> None:
    send(run, endpoint, events=event(event_id="=1+1"))
    out = tmp_path / "out.csv"
    assert run("history", "export", "--format", "csv", str(out)).code == 0
    assert "'=1+1" in out.read_text(encoding="utf-8")


def test_history_export_as_json_lines_has_a_line_a_request(run: Run, endpoint: Endpoint, tmp_path: Path) -> None:
    for number in (1, 2):
        send(run, endpoint, events=event(event_id=f"o-{number}"))
    out = tmp_path / "out.jsonl"
    run("history", "export", "--format", "jsonl", str(out))
    assert [json.loads(line)["event_id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["o-2", "o-1"]


def test_history_of_an_empty_folder_makes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("history", "--json").json == {"rows": [], "total": 0}
    assert not (tmp_path / "data" / "history.sqlite3").exists()


def test_accounts_always_lists_practice(run: Run) -> None:
    assert [row["practice"] for row in run("accounts", "--json").json["accounts"]] == [True]


def test_accounts_add_refuses_a_token_among_the_arguments(run: Run) -> None:
    told = run("accounts", "add", "Shop", TOKEN)
    assert told.code == 2
    assert TOKEN not in told.err


def test_accounts_add_and_remove(run: Run) -> None:
    added = run("accounts", "add", "Shop", ACCOUNT, "--json").json["accounts"]
    assert [row["name"] for row in added][1:] == ["Shop"]
    assert len(run("accounts", "remove", "Shop", "--json").json["accounts"]) == 1


def test_accounts_add_with_a_token_and_no_keyring_adds_nothing(run: Run) -> None:
    told = run("accounts", "add", "Shop", ACCOUNT, typed=f"{TOKEN}\n")
    assert told.code == 2
    assert TOKEN not in told.err
    assert len(run("accounts", "--json").json["accounts"]) == 1


def test_practice_prints_its_address_serves_and_ends_on_a_signal(tmp_path: Path) -> None:
    serving = subprocess.Popen(
        [*COMMAND, "practice", "--data-dir", str(tmp_path), "--fault", "401"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert serving.stdout is not None
    address = serving.stdout.readline().strip()
    request = urllib.request.Request(  # noqa: S310 - loopback
        f"{address}/ad_accounts/1/events?test=true",
        data=b'{"data": []}',
        headers={"Authorization": "Bearer x", "Content-Type": "application/json"},
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)  # noqa: S310 - loopback
    refused.value.close()
    serving.send_signal(signal.SIGINT)
    _out, err = serving.communicate(timeout=20)
    assert (refused.value.code, serving.returncode) == (401, 0)
    assert "test 1 0 events: 401 (fault 401), refused as a whole" in err
