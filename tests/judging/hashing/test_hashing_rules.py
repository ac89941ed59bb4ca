"""The list of hash rules: complete, unique, readable; and what loading it costs."""

import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import workbench.judging.normalising
from workbench.judging import digests, hashing
from workbench.judging.hash_rules import HASH_RULES
from workbench.judging.problem import Rule

ROOT = Path(__file__).parents[3]
MODULES = [
    hashing,
    digests,
    *(
        import_module(f"workbench.judging.normalising.{module.name}")
        for module in pkgutil.iter_modules(workbench.judging.normalising.__path__)
    ),
]


def test_hash_rules_hold_every_rule_that_is_defined() -> None:
    defined = {value for module in MODULES for value in vars(module).values() if isinstance(value, Rule)}
    assert defined == set(HASH_RULES)


def test_hash_rules_have_codes_of_their_own() -> None:
    assert len({rule.code for rule in HASH_RULES}) == len(HASH_RULES)


@pytest.mark.parametrize("rule", HASH_RULES, ids=lambda rule: rule.code)
def test_hash_rules_say_what_is_wrong_what_to_do_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
    assert rule.says.endswith(".")
    assert rule.fix
    assert set(rule.source.split(", ")) <= {"guide", "spec", "observed", "implementers", "workbench"}


def test_hashing_loads_no_heavy_library_for_values_that_need_none() -> None:
    script = (
        "import sys\n"
        "from workbench.contract.field import Field, FieldType\n"
        "from workbench.judging.hashing import hash_text\n"
        "def hashed(name, text):\n"
        "    field = Field(path=name, type=FieldType.STRINGS, group='', label='', help='', example='', sources=(),"
        " since='', hash_rule=name)\n"
        "    assert hash_text(field, text).digest\n"
        "hashed('em', 'a@b.co'); hashed('country', 'US'); hashed('st', 'California'); hashed('ph', '12065550142')\n"
        "print(sorted({'phonenumbers', 'pycountry', 'difflib', 'urllib.parse'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
