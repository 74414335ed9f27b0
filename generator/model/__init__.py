"""The vocabulary: pure, frozen values that the stages exchange.

Only the standard library is imported here, and nothing here reads a disk or a clock.
"""
