"""The words of English that show a tense: tables for `cues`, which reads them."""

from __future__ import annotations

from generator.timex.lexicon import words

MODALS = words("will shall would may might can should must ll wo")
"""Also "'ll" and "won't", as they are cut."""

PLANNING = words(
    """
    plan plans planned planning schedule scheduled schedules expect expected expects
    due set hope hopes hoped intend intends intended want wants prepare preparing
    prepares prepared ready supposed slated going about vowed promised pledged
    ordered likely is are voted decided agreed
    """
)
"""Words whose infinitive lies ahead: "scheduled to close", "is to resume"."""

AHEAD = words(
    "until till by effective beginning starting ending due expected upcoming"
) | {
    *("as early as", "as soon as", "as late as", "no later than", "deadline of"),
    *("scheduled for", "set for", "slated for", "planned for"),
}
"""Words directly before a date that put it ahead."""

SCHEDULES = words(
    "opens closes meets begins starts ends leaves arrives resumes returns faces expires"
)
"""Verbs whose present, with a date, is the future: "the council meets Friday"."""

STARTS = words("open close meet begin start end leave arrive resume return expire")
"""The same in the plural, which only directly before its date is not an infinitive."""

IRREGULAR_PAST = words(
    """
    tore wore shook stole swung woke began bore bound broke drank hung knelt lent
    rang rose spun sprang stuck stung struck swam tied was were had did said told
    met went came began took made held left killed fell rose won lost shot gave got
    saw sent set ran became led put cut hit struck spoke wrote brought bought sold
    paid read kept stood heard thought knew found felt grew flew drew broke chose
    drove ate forgot hid rode sang sank spent swore taught threw wore withdrew arose
    awoke beat dealt fought forbade froze laid lay lit meant met shed showed shut
    slid sought swept understood undertook upheld been
    """
)
SAME_IN_BOTH = words("shut put cut hit set read beat shed bid split spread cost")
"""Past tenses that are also the infinitive: "will then shut"."""

BE = words("was were be been being had have has")
PRESENT = words("is are am")
"""Verbs that tell no direction, and hide the participle after them."""

ANNOUNCING = words(
    """
    announced set scheduled rescheduled planned agreed called invited promised pledged
    vowed warned expected postponed delayed moved extended booked fixed proposed
    ordered urged offered threatened said told
    """
)
"""Past tenses that tell nothing of a later date: "announced a fair on 2 November"."""

NOT_VERBS = words(
    """
    united hundred indeed need speed feed seed breed bed red shed naked
    sacred wicked related based alleged proposed suspected wounded armed
    unprecedented
    """
)
TELLING = MODALS | SCHEDULES | SAME_IN_BOTH | IRREGULAR_PAST | PRESENT | {"to", "set"}
"""Words that may be a verb; any other is one only by its ending."""

LAST_WORDS_AHEAD = frozenset(phrase.split()[-1] for phrase in AHEAD)
