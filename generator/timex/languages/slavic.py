"""The rows that Russian and Ukrainian share: one grammar, with the words of each."""

from __future__ import annotations

SLAVIC_ROWS = (
    # пятницу, 11 июля 2025 года / 9 липня минулого року
    r"(?:WEEKDAY,?\s+)?DAY(?:-го)?\s+MONTH(?:\s+YEAR)?",
    # 11 по 13 июля / 11–13 липня 2025 року / 11 и 13 июля
    r"(?P<left>ONE(?:-го)?)\s*(?:RANGE|EITHER|BOTH)\s*"
    r"(?P<right>DAY(?:-го)?\s+MONTH(?:\s+YEAR)?)",
    # июнь–август 2025 года / липні або серпні
    r"(?P<left>ONE_MONTH)\s*(?:RANGE|EITHER)\s*(?P<right>FULL_MONTH(?:\s+YEAR)?)",
    # июне 2024 года / начале марта
    r"(?:PORTION\s+)?MONTH\s+YEAR",
    r"PORTION\s+FULL_MONTH",
    # весной 2024 года / минулого літа
    r"(?:PORTION\s+)?PART\s+YEAR",
    r"WHICH\s+PART",
    # начале 90-х
    r"PORTION\s+(?P<decade>[2-9]0)-х",
    # прошлой неделе / наступну середу, but of "этот понедельник, 14 июля" the day
    r"(?:PORTION\s+)?WHICH\s+UNIT",
    "WEEKDAY",
    r"WHICH\s+WEEKDAY(?!,?\s+DAY(?:-го)?\s+MONTH)",
    # два года назад / через три дні
    r"(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT\s+AGO",
    r"AHEAD\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT",
)
