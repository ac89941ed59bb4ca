"""The slowest question to the hash detective: a long address and a digest that nothing leads to."""

import hashlib
import time

from measuring import tell

from workbench.contract.loading import load_contract
from workbench.judging.detective.detective import Detective

ROUNDS = 9
VALUE = " Jäné.Döe+news@a-very-long-domain-name.museum." + "example" * 20 + ".com "


def main() -> None:
    """Measures warm and tells the best: what the search itself costs."""
    detective = Detective(contract=load_contract())
    field = detective.field("em")
    digest = hashlib.sha256(b"of something else").hexdigest()
    if field is None:
        raise SystemExit("no field em")
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        detective.detect(field, digest, VALUE)
        times.append((time.perf_counter() - began) * 1000)
    tell(ours=min(times))


main()
