"""The text that is hashed: one module for each family of fields, one rule for each field (contract, section 5.1)."""
