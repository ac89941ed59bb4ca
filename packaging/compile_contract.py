"""`make contract`: compiles resources/contract/*.toml into one file that is read in no time."""

from workbench.contract.tables import COMPILED, compiled_tables
from workbench.ground.resources import resource

resource(COMPILED).write_bytes(compiled_tables())
print(f"Written: resources/{COMPILED}")
