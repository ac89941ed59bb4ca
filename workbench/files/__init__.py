"""Files that leave the workbench: evidence of what was sent and what came back."""
