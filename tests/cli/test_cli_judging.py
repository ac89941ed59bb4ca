"""check, build, hash, explain, fields, rules: keys and exit codes, as other people's CI depends on them."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, DIGEST, NOW, ROOT, Run, event

PROBLEM_KEYS = {"path", "severity", "code", "message", "fix", "source"}
DESCRIPTION = Path(__file__).parents[1] / "contract" / "data" / "pinterest-events.openapi.yaml"
AT = ("--now", str(NOW))
ON_THE_WIRE = event(user_data={"em": [DIGEST]})


def test_check_of_a_good_payload_says_ok_and_exits_0(run: Run) -> None:
    told = run("check", "-", "--json", *AT, typed=json.dumps({"data": [ON_THE_WIRE]}))
    assert (told.code, told.json["ok"], told.json["mode"]) == (0, True, "test")


def test_check_tells_every_documented_key(run: Run) -> None:
    told = run("check", "-", "--json", *AT, typed=json.dumps([event()])).json
    assert set(told) == {"ok", "mode", "problems", "events"}
    (row,) = told["events"]
    assert set(row) == {"index", "event_name", "event_id", "ok", "summary", "coverage", "problems"}
    assert set(row["coverage"]) == {"score", "present", "missing"}
    assert all(set(problem) == PROBLEM_KEYS for problem in row["problems"])


def test_check_expects_digests_and_names_the_place(run: Run) -> None:
    told = run("check", "-", "--json", *AT, typed=json.dumps(event()))
    errors = [
        (each["path"], each["code"]) for each in told.json["events"][0]["problems"] if each["severity"] == "error"
    ]
    assert told.code == 1
    assert errors == [("user_data.em[0]", "not-hashed")]


def test_check_reads_json_lines(run: Run) -> None:
    lines = f"{json.dumps(ON_THE_WIRE)}\n{json.dumps({**ON_THE_WIRE, 'event_id': 'o-2'})}\n"
    assert [row["event_id"] for row in run("check", "-", "--json", *AT, typed=lines).json["events"]] == ["o-1", "o-2"]


def test_check_judges_a_list_although_one_entry_is_no_event(run: Run) -> None:
    told = run("check", "-", "--json", *AT, typed=json.dumps({"data": [5, ON_THE_WIRE]}))
    assert told.code == 1
    codes = [[each["code"] for each in row["problems"] if each["severity"] == "error"] for row in told.json["events"]]
    assert codes == [["wrong-shape"], []]


def test_check_in_words_sums_up_the_coverage_and_says_what_would_help(run: Run) -> None:
    told = run("check", "-", *AT, typed=json.dumps([event(), event(event_id="o-2", user_data={})])).out
    assert "event ID: 2 of 2 events" in told
    assert "Adding click_id would let Pinterest join the event to the ad click" in told


@pytest.mark.parametrize("order", [("--json", "check", "-"), ("check", "-", "--json"), ("check", "--json", "-")])
def test_common_options_may_stand_anywhere(run: Run, order: tuple[str, ...]) -> None:
    assert run(*order, *AT, typed=json.dumps(ON_THE_WIRE)).json["ok"] is True


@pytest.mark.parametrize("text", ["", "{", "[1, 2", "<html>", "event_name,event_id\ncheckout,1\n", "\x00\x01"])
def test_input_that_is_no_json_exits_2_with_one_line(run: Run, text: str) -> None:
    told = run("check", "-", "--json", typed=text)
    assert (told.code, told.out) == (2, "")
    assert len(told.err.strip().splitlines()) == 1


def test_folder_in_place_of_a_file_exits_2(run: Run, tmp_path: Path) -> None:
    told = run("check", str(tmp_path))
    assert told.code == 2
    assert "is a folder" in told.err


def test_missing_file_exits_2_and_is_named(run: Run) -> None:
    told = run("check", "nowhere.json")
    assert told.code == 2
    assert "nowhere.json" in told.err


@pytest.mark.parametrize("arguments", [("bogus",), ("check",), ("check", "-", "--mode", "never"), ("--bogus",)])
def test_unusable_arguments_exit_2_with_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    told = run(*arguments)
    assert told.code == 2
    assert len(told.err.strip().splitlines()) == 1


def test_reader_that_goes_away_does_not_change_the_exit_code(tmp_path: Path) -> None:
    payload = tmp_path / "wrong.json"
    payload.write_text(json.dumps([event()] * 200), encoding="utf-8")
    script = (
        f"set -o pipefail; {' '.join(COMMAND)} check {payload} --json | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", script], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_output_that_cannot_be_written_is_told(run: Run) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(COMMAND)} rules > /dev/full"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert run("rules").code == 0


def test_missing_standard_input_is_said_in_words() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(COMMAND)} check - <&-"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_build_prints_the_wire_body(run: Run) -> None:
    told = run("build", "-", *AT, typed=json.dumps(event()))
    assert told.code == 0
    assert told.json["data"][0]["user_data"] == {"em": [DIGEST]}


def test_build_lets_a_digest_pass(run: Run) -> None:
    told = run("build", "-", *AT, typed=json.dumps(ON_THE_WIRE))
    assert told.json["data"][0]["user_data"] == {"em": [DIGEST]}


def test_build_prints_no_body_when_an_event_has_an_error(run: Run) -> None:
    told = run("build", "-", *AT, typed=json.dumps(event(action_source="shop")))
    assert (told.code, told.out) == (1, "")
    assert "data[0].action_source: error" in told.err


def test_build_keeps_going_when_told_to(run: Run) -> None:
    told = run(
        "build", "-", "--keep-going", *AT, typed=json.dumps([event(action_source="shop"), event(event_id="o-2")])
    )
    assert told.code == 1
    assert [each["event_id"] for each in told.json["data"]] == ["o-1", "o-2"]


def test_hash_tells_every_documented_key(run: Run) -> None:
    told = run("hash", "em", " Jane@Example.com ", "--json")
    assert told.json == {
        "field": "em",
        "results": [
            {
                "input": " Jane@Example.com ",
                "normalised": "jane@example.com",
                "sha256": DIGEST,
                "already_hashed": False,
                "problems": [],
            }
        ],
    }


def test_hash_of_a_refused_value_is_null_and_exits_1(run: Run) -> None:
    told = run("hash", "em", "nobody", "--json")
    (result,) = told.json["results"]
    assert (told.code, result["normalised"], result["sha256"]) == (1, None, None)
    assert result["problems"][0]["severity"] == "error"


def test_hash_of_a_field_that_is_not_hashed_exits_2(run: Run) -> None:
    assert run("hash", "currency", "USD").code == 2


ANSWER = {
    "num_events_received": 2,
    "num_events_processed": 1,
    "events": [{"status": "processed"}, {"status": "failed", "error_message": "Invalid event_name: x."}],
}


@pytest.mark.parametrize(
    ("answer", "status", "verdict", "code"),
    [
        ({**ANSWER, "num_events_processed": 2, "events": [{"status": "processed"}] * 2}, 200, "processed", 0),
        (ANSWER, 200, "partly-failed", 1),
        ({"code": 2, "message": "Authentication failed."}, 401, "refused", 3),
        ({"code": 4196, "message": "The request was invalid."}, 400, "refused", 3),
        ("<html></html>", 200, "unclear", 4),
        ("", 200, "unclear", 4),
    ],
)
def test_explain_gives_verdict_and_exit_code(run: Run, answer: object, status: int, verdict: str, code: int) -> None:
    text = answer if isinstance(answer, str) else json.dumps(answer)
    told = run("explain", "-", "--status", str(status), "--json", typed=text)
    assert (told.json["verdict"], told.code) == (verdict, code)


def test_explain_tells_every_documented_key(run: Run) -> None:
    told = run("explain", "-", "--status", "200", "--json", typed=json.dumps(ANSWER)).json
    assert set(told) == {"verdict", "cause", "fix", "received", "processed", "events"}
    assert set(told["events"][1]) == {"index", "status", "error", "warnings", "path"}


def test_explain_names_the_field_at_fault(run: Run) -> None:
    told = run("explain", "-", "--status", "200", "--json", typed=json.dumps(ANSWER)).json
    assert told["events"][1]["path"] == "event_name"


def test_fields_lists_every_documented_key(run: Run) -> None:
    fields = {each["path"]: each for each in run("fields", "--json").json["fields"]}
    price = fields["custom_data.contents[].item_price"]
    assert (price["type"], price["hashed"], price["required"]) == ("string", False, False)
    assert {"path", "type", "hashed", "required", "group", "label", "since", "sources"} <= set(price)


def test_fields_against_the_published_description_misses_nothing(run: Run) -> None:
    told = run("fields", "--against", str(DESCRIPTION), "--json")
    assert told.json["missing"] == {"fields": [], "event_names": []}
    assert (told.json["agrees"], told.code) == (True, 0)


def test_fields_against_a_description_with_another_field_exits_1(run: Run, tmp_path: Path) -> None:
    newer = tmp_path / "newer.yaml"
    shutil.copy(DESCRIPTION, newer)
    text = newer.read_text(encoding="utf-8")
    newer.write_text(text.replace("\n              wifi:\n", "\n              wifi6:\n"), encoding="utf-8")
    told = run("fields", "--against", str(newer), "--json")
    assert told.code == 1
    assert told.json["missing"]["fields"] == ["wifi6"]


def test_rules_have_unique_codes_and_a_source(run: Run) -> None:
    rules = run("rules", "--json").json["rules"]
    assert len({rule["code"] for rule in rules}) == len(rules) > 50
    assert all(rule["source"] and rule["severity"] in {"error", "warning", "advice"} for rule in rules)


def test_help_names_every_command(run: Run) -> None:
    told = run("--help").out
    words = "check build hash detect explain send practice history accounts fields rules"
    for command in words.split():
        assert f"  {command} " in told


def test_window_without_a_display_says_so_in_one_line(run: Run) -> None:
    told = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert told.code == 2
    assert len(told.err.strip().splitlines()) == 1
    assert "display" in told.err


@pytest.mark.parametrize("command", [("check", "-"), ("build", "-"), ("rules",), ("fields",), ("hash", "em", "a@b.cc")])
def test_command_imports_nothing_heavy(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    # A sitecustomize on the path of this one process tells at its end what was imported.
    (tmp_path / "sitecustomize.py").write_text(
        "import atexit, sys\n"
        "heavy = {'PySide6', 'requests', 'keyring', 'sqlite3', 'yaml'}\n"
        "atexit.register(lambda: print('imported', sorted(heavy & set(sys.modules)), file=sys.stderr))\n",
        encoding="utf-8",
    )
    root = str(Path(__file__).parents[2])
    told = run(*command, *AT, typed=json.dumps(ON_THE_WIRE), PYTHONPATH=f"{tmp_path}:{root}")
    assert told.err.splitlines()[-1] == "imported []"
