"""Conversion Workbench: compose, judge, send and prove events for the Pinterest Conversions API."""

__version__ = "0.1.0"
