"""The workflow files: what they may do, and that everything they call is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml  # noqa: TID253 - no part of the program

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
Tree = dict[str, Any]


def read(path: Path) -> Tree:
    """A workflow as values."""
    tree: Tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tree


def steps(path: Path) -> Iterator[Tree]:
    """Every step of every job."""
    for job in read(path)["jobs"].values():
        yield from job["steps"]


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request: pytest.FixtureRequest) -> Path:
    """Each workflow file."""
    path: Path = request.param
    return path


def test_there_is_one_for_pushes_and_one_for_releases() -> None:
    assert [path.name for path in FILES] == ["ci.yml", "release.yml"]
    assert read(FILES[0])["on"]["push"] == {"branches": ["**"]}
    assert read(FILES[1])["on"]["push"] == {"tags": ["v*"]}


def test_workflow_may_only_read_but_for_the_draft_of_a_release(file: Path) -> None:
    assert read(file)["permissions"] == {"contents": "read"}
    granted = {name: job["permissions"] for name, job in read(file)["jobs"].items() if "permissions" in job}
    assert granted == ({"draft": {"contents": "write"}} if file.name == "release.yml" else {})


def test_job_that_may_write_runs_no_code_of_the_tree() -> None:
    draft = read(FILES[1])["jobs"]["draft"]
    assert draft["if"] == "github.ref_type == 'tag'"
    assert "actions/checkout" not in str(draft)


def test_job_ends_at_some_time(file: Path) -> None:
    assert all(job["timeout-minutes"] <= 120 for job in read(file)["jobs"].values())


def test_action_is_named_with_its_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@(v\d+|[0-9a-f]{40})", each) for each in used)


def test_checkout_leaves_no_credentials_behind(file: Path) -> None:
    checkouts = [step for step in steps(file) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"] == {"persist-credentials": False} for step in checkouts)


def test_command_takes_nothing_from_outside_into_its_text(file: Path) -> None:
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


def test_distributions_are_installed_from_the_lock_alone(file: Path) -> None:
    lines = [line for step in steps(file) for line in step.get("run", "").splitlines() if "pip install" in line]
    assert lines
    assert all("--require-hashes" in line or "--no-deps --no-build-isolation --editable ." in line for line in lines)


def test_script_that_is_called_is_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    called = set(re.findall(r"packaging/[\w./]+\.(?:py|sh|spec)", text))
    assert called
    assert [name for name in called if not (ROOT / name).is_file()] == []


def test_target_that_is_called_is_there(file: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = set(re.findall(r"make ([a-z]+)$", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert called
    assert called <= targets


def test_release_is_built_and_smoke_tested_on_every_system() -> None:
    jobs = read(FILES[1])["jobs"]
    assert set(jobs["draft"]["needs"]) == {"linux-package", "windows", "macos"}
    assert jobs["linux-package"]["needs"] == "linux"
    assert all(jobs[name]["needs"] == "version" for name in ("linux", "windows", "macos"))
    for name in ("linux", "linux-package", "windows", "macos"):
        assert "--smoke-test" in str(jobs[name]["steps"])


def test_release_has_checksums() -> None:
    assert "sha256sum" in str(read(FILES[1])["jobs"]["draft"]["steps"])
