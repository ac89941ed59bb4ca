"""No rule without both: a case that makes it speak and one that leaves it silent. Cases are run where they stand."""

from collections.abc import Iterable

from tests.judging.hashing.test_hashing_each_rule import CASES as HASH_CASES
from tests.judging.test_judge_duplicates import CASES as DUPLICATE_CASES
from tests.judging.test_judge_each_batch_rule import CASES as BATCH_CASES
from tests.judging.test_judge_each_batch_rule import SIZE_CASES
from tests.judging.test_judge_each_rule import CASES as EVENT_CASES
from tests.judging.test_judge_each_wire_rule import CASES as WIRE_CASES
from workbench.judging.rulebook import all_rules

REGISTERS: tuple[Iterable[str], ...] = (EVENT_CASES, WIRE_CASES, BATCH_CASES, SIZE_CASES, DUPLICATE_CASES, HASH_CASES)


def test_every_rule_is_tested_speaking_and_silent() -> None:
    tested = [code for register in REGISTERS for code in register]
    assert sorted(tested) == sorted(rule.code for rule in all_rules())
