"""What Pinterest accepts: fields, event names, limits and answers, read from ``resources/contract``. No behaviour."""
