"""What property tests of judging draw from: drafts and JSON that are wrong in every way."""

from hypothesis import strategies as st

from workbench.contract.field import CONTENTS
from workbench.contract.loading import load_contract
from workbench.events.draft import Draft
from workbench.judging.judge import Judge

CONTRACT = load_contract()
JUDGE = Judge(contract=CONTRACT)
NAMES = sorted(
    {part for each in CONTRACT.by_path for part in each.replace("[]", "").split(".")} | {"price", "email", "x"}
)
TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(st.characters(categories=None), max_size=5),
    st.sampled_from(
        ["checkout", "web", "1800000000", "1800000000000", "-1", "0.00", "USD", "usd", "en", "true", "::1"]
    ),
    st.integers().map(str),
)
TIMES = st.integers(-(2**70), 2**70)
PATHS = st.sampled_from([*(path for path in CONTRACT.by_path if "[]" not in path), "no.such.field", "foo"])
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.decimals(allow_nan=False, allow_infinity=False))
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=4)), inner, max_size=6),
    ),
    max_leaves=20,
)
EXTRAS = st.dictionaries(
    st.sampled_from(
        ["foo", "user_data", "user_data.em[1]", "custom_data", CONTENTS, f"{CONTENTS}[1]", f"{CONTENTS}[0].price"]
    ),
    JSON,
    max_size=3,
)
DRAFTS = st.builds(
    Draft,
    values=st.dictionaries(PATHS, st.one_of(TEXTS, st.lists(TEXTS, max_size=3).map(tuple)), max_size=12),
    lines=st.lists(st.dictionaries(st.sampled_from([*CONTRACT.line_fields, "foo"]), TEXTS, max_size=4), max_size=3).map(
        tuple
    ),
    extras=EXTRAS,
)
EVENTS = st.dictionaries(st.sampled_from([*NAMES, "user_data", "custom_data"]), JSON, max_size=8)
