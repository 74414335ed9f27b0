"""Dates as Germans write them: by the same code as in English, with other words."""

from __future__ import annotations

import pytest
from harbour_timeline import edtf, shipped

from generator.pages.languages import words_of


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024", "2024"),
        ("2024-03", "März 2024"),
        ("2024-06-19", "19. Juni 2024"),
        ("2019~", "um 2019"),
        ("2024-06~", "um Juni 2024"),
        ("2024-06-19~", "um den 19. Juni 2024"),
        ("201X~", "um die 2010er-Jahre"),
        ("2024-06-19?", "19. Juni 2024 (unsicher)"),
        ("2024-06%", "um Juni 2024 (unsicher)"),
        ("0476", "476 n.\u00a0Chr."),
        ("-0043-03-15", "15. März 44 v.\u00a0Chr."),
        ("201X", "2010er-Jahre"),
        ("20XX", "21. Jahrhundert (2000–2099)"),
        ("XXXX", "unbekanntes Jahr"),
        ("1X99", "ein Jahr zwischen 1099 und 1999"),
        ("2024-XX", "2024 (Monat unbekannt)"),
        ("2024-1X", "Oktober, November oder Dezember 2024"),
        ("2024-06-XX", "Juni 2024 (Tag unbekannt)"),
        ("2024-06-1X", "Juni 2024 (ein Tag vom 10. bis zum 19.)"),
        ("2024-06-X5", "Juni 2024 (am 5., 15. oder 25.)"),
        ("2024-XX-19", "2024 (am 19. eines unbekannten Monats)"),
        ("XXXX-12-25", "25. Dezember, unbekanntes Jahr"),
        ("201X-12", "Dezember in den 2010er-Jahren"),
        ("2024-21", "Frühjahr 2024"),
        ("2024-31", "Herbst 2024 (Südhalbkugel)"),
        ("2024-34", "2.\u00a0Quartal 2024"),
        ("2024-37", "Januar–April 2024"),
        ("2024-40", "erste Hälfte 2024"),
        ("2024-06-19T12:30:00Z", "19. Juni 2024, 12:30:00 UTC"),
        ("2025-07-11/2025-07-13", "11.–13. Juli 2025"),
        ("2025-06-28/2025-07-03", "28. Juni – 3. Juli 2025"),
        ("2024-12-31/2025-01-02", "31. Dezember 2024 – 2. Januar 2025"),
        ("2024-06/2024-08", "Juni–August 2024"),
        ("2019/2022", "2019–2022"),
        ("2022/..", "seit 2022"),
        ("2022-02-24/..", "seit dem 24. Februar 2022"),
        ("201X/..", "seit den 2010er-Jahren"),
        ("2024-40/..", "seit der ersten Hälfte 2024"),
        ("2019~/..", "seit etwa 2019"),
        ("2022-02/", "ab Februar 2022 (Ende nicht bekannt)"),
        ("../2022-02", "bis Februar 2022"),
        ("../2022-02-24", "bis zum 24. Februar 2022"),
        ("../20XX", "bis ins 21. Jahrhundert (2000–2099)"),
        ("/2022-02", "bis Februar 2022 (Beginn nicht bekannt)"),
        ("[2025-07,2025-08]", "Juli oder August 2025"),
        ("{2025-07,2025-08}", "Juli und August 2025"),
        ("[2025-07-11,2025-07-13]", "11. oder 13. Juli 2025"),
        ("[2025-06-30,2025-07-01]", "30. Juni oder 1. Juli 2025"),
        ("[1667,1668,1670..1672]", "1667, 1668 oder 1670 bis 1672"),
        ("[..1983]", "1983 oder früher"),
        ("{1984..}", "1984 und später"),
    ],
)
def test_a_date_reads_like_this(date: str, said: str) -> None:
    assert words_of("de", shipped().templates).date(edtf(date)) == said


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-07-12/..", "nicht vor dem 12. Juli 2025"),
        ("2019-04/..", "nicht vor April 2019"),
        ("../2019-04-02", "nicht nach dem 2. April 2019"),
        ("2019-04", "April 2019"),
    ],
    ids=["not-before-a-day", "not-before-a-month", "not-after", "known"],
)
def test_a_date_that_is_only_bounded_reads_like_this(date: str, said: str) -> None:
    assert words_of("de", shipped().templates).bound(edtf(date)) == said
