"""Finds a delivery and reads its files into records by the contract's rules, on many machines at once."""
