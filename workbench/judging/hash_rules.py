"""Every rule about a value on its way to its digest."""

from workbench.judging import digests, hashing
from workbench.judging.normalising import (
    birth_date,
    city,
    country,
    e_mail,
    gender,
    ids,
    phone,
    placeholders,
    postal_code,
    region,
    spreadsheet,
)
from workbench.judging.problem import Rule

HASH_RULES: tuple[Rule, ...] = (
    *hashing.RULES,
    *digests.RULES,
    *placeholders.RULES,
    *e_mail.RULES,
    *phone.RULES,
    *gender.RULES,
    *birth_date.RULES,
    *city.RULES,
    *region.RULES,
    *country.RULES,
    *postal_code.RULES,
    *spreadsheet.RULES,
    *ids.RULES,
)
