"""A text into the language that it is written in, by its letters and its small words.

Reading dates, naming a source's language and saying what is not read all ask here, so
that they never differ on a text.
"""

from __future__ import annotations

import re
from collections import Counter

LOOKED_AT = 20_000
"""Code points of a text that are enough to tell its language."""

UNKNOWN = "und"
"""The BCP 47 tag of a language that cannot be told."""

NAMES: dict[str, str] = {
    **{"ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech"},
    **{"da": "Danish", "de": "German", "el": "Greek", "en": "English"},
    **{"es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French"},
    **{"he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian"},
    **{"hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese"},
    **{"ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "mk": "Macedonian"},
    **{"nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese"},
    **{"ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish"},
    **{"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese"},
    **{"zh": "Chinese"},
}
"""The English name of each language that can be told, by its BCP 47 tag."""

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("kana", re.compile(r"[\u3041-\u30ff]")),
    ("han", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
)

_DENSE = 2
"""A syllable or an ideograph weighs as much as so many letters."""

_COMMON_WORDS: dict[str, str] = {
    "en": """
        the of and to in that was for with is on at by from as it has have are were be
        been this which not but they he she his said will an a
    """,
    "de": """
        der die das und ist nicht ein eine einer dem den des im am in von vom zu zum mit
        auf für wird wurde werden war hat sie er es aus bei nach vor sich als bis waren
        über montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
        märz mai juni juli oktober dezember
    """,
    "fr": """
        le la les des et est une un dans que qui du de au aux pour sur par en il elle ne
        pas se ce cette a été sont avec à où lundi mardi mercredi jeudi vendredi samedi
        dimanche janvier février mars avril mai juin juillet août septembre octobre
        novembre décembre
    """,
    "es": """
        el la los las del de y es una un en que con por para al se su fue no lo está a o
        como más pero ha son este esta han lunes martes miércoles jueves viernes sábado
        domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
        noviembre diciembre
    """,
    "it": """
        il lo la gli i le di del della dei nel nella e è che un una per con non si da
        dal al alla sono stato stata ha anche più in a
    """,
    "pt": """
        o a os as de do da dos das e é em no na um uma que com por para não se ao foi
        são mais como pelo pela
    """,
    "nl": """
        de het een en van in is dat op te met voor niet zijn aan door ook werd naar bij
        om uit heeft juli
    """,
    "pl": """
        i w na z się że do nie jest to o po przez dla od oraz został która który
    """,
    "cs": """
        a v na se je že s z do o k pro by byl byla bylo jsou které který po
    """,
    "sv": """
        och att det som en är av för på den med till inte har de om ett var från i
        enligt juli
    """,
    "da": """
        og at det som en er af for på den med til ikke har de om et var fra i blev juli
    """,
    "no": """
        og at det som en er av for på den med til ikke har de om et var fra i ble juli
    """,
    "fi": """
        ja on että ei se oli hän joka mutta kun myös sekä ovat mukaan
    """,
    "hu": """
        a az és hogy nem is egy volt ez de meg már csak azt szerint
    """,
    "ro": """
        și în de la a cu pe un o este nu care din pentru fost au mai
    """,
    "tr": """
        ve bir bu da de için ile olarak olan çok daha sonra kadar oldu
    """,
    "hr": """
        i u je na se da su za od s koji koja što kao ne bio bila će
    """,
    "id": """
        yang dan di dari untuk pada dengan ini itu tidak dalam akan oleh ke
    """,
    "vi": """
        và của là có được trong cho không với các này một những đã
    """,
}
"""Words so common that a paragraph has some; a shared one counts for each.

Of languages whose words are level, the earliest with letters of its own wins.
"""


def _languages_by_word() -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for language, common in _COMMON_WORDS.items():
        for word in common.split():
            languages.setdefault(word, []).append(language)
    return languages


_LANGUAGES_OF = _languages_by_word()
"""Every common word, with the languages that it counts for."""

_LETTERS: dict[str, re.Pattern[str]] = {
    "de": re.compile(r"[äöüßÄÖÜ]"),
    "fr": re.compile(r"[çèêëîïôœùûÇÈÊ]|\b[ldnqs]['’](?=\w)"),
    "es": re.compile(r"[ñáíóúÑÁÍÓÚ¿¡]"),
    "it": re.compile(r"[èàòùì]|\b(?:dell|nell|all)['’](?=\w)"),
    "pt": re.compile(r"[ãõâêçáíóú]"),
    "pl": re.compile(r"[ąęłśżźćń]"),
    "cs": re.compile(r"[ěřůčšžýď]"),
    "sv": re.compile(r"[åäö]"),
    "da": re.compile(r"[åæø]"),
    "no": re.compile(r"[åæø]"),
    "fi": re.compile(r"[äö]"),
    "hu": re.compile(r"[őűáéíóú]"),
    "ro": re.compile(r"[ăâîșțşţ]"),
    "tr": re.compile(r"[ğışçöü]"),
    "hr": re.compile(r"[čćšžđ]"),
    "vi": re.compile(r"[đơưăạảấầậắặẹếềểệỉịọốồộớờợụủứừựỳ]"),
}
"""Letters that decide between languages whose small words are level."""

_CYRILLIC: dict[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"[ыэёЫЭЁ]|\b(?:и|что|от|но|это|был|года|году|около|при|как|его|также"
        r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яьюе]\w*)\b"
    ),
    "uk": re.compile(
        r"[іїєґІЇЄҐ]|\b(?:та|що|від|але|це|був|року|рр|близько|й|буде|з|із|зі"
        r"|початк\w+|\w{3,}вся"
        r"|(?:лют|травн|червн|липн|серпн|вересн|жовтн|грудн)\w+)\b"
    ),
    "be": re.compile(r"[ўЎ]|\b(?:і|што|гэта|года|быў|была)\b"),
    "bg": re.compile(
        r"ъ(?=[бвгджзклмнпрстфхцчшщ])|\b(?:се|са|ще|че|това|беше|бе|през|който|която"
        r"|които|е|ги|и|от|но|при)\b"
    ),
    "sr": re.compile(r"[јљњћђџЈЉЊЋЂЏ]|\b(?:је|су|који)\b"),
    "mk": re.compile(r"[ѓќѕјљњЃЌЅ]|\b(?:од|беше|дека|во|година)\b"),
    "kk": re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]"),
}
"""Letters and small words that speak for one language of the Cyrillic script."""

_FOREIGN_TO: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"[іїєґўјљњћђџѓќѕәғқңөұүһ]", re.IGNORECASE),
    "uk": re.compile(r"[ыэёўъјљњћђџѓќѕәғқңөұүһ]", re.IGNORECASE),
    "be": re.compile(r"[ищїєґъјљњћђџѓќѕәғқңөұүһ]", re.IGNORECASE),
    "bg": re.compile(r"[ыэёіїєґўјљњћђџѓќѕәғқңөұүһ]", re.IGNORECASE),
    "sr": re.compile(r"[ыэёіїєґўщъьюяйѓќѕәғқңөұүһ]", re.IGNORECASE),
    "mk": re.compile(r"[ыэёіїєґўщъьюяйћђәғқңөұүһ]", re.IGNORECASE),
    "kk": re.compile(r"[їєґўјљњћђџѓќѕ]", re.IGNORECASE),
}
"""Letters that a language of the Cyrillic script does not have."""

_FOREIGN_WEIGHT = 3
"""A letter that a language lacks counts against it like so many words for it."""

_JAPANESE = re.compile(
    r"[はがをにでたしるいっ]|[駅発気広対変営済総県戦沢経働込図売価単帰]"
)
"""Kana that stand between names, and ideographs that only Japan writes so."""

_CHINESE = re.compile(r"[的了在是于於们們这這那说說与與为為将將已和电電]")
"""Ideographs of the small words of Chinese."""

_PERSIAN = re.compile(r"[پچژگ]")
_ENGLISH_ALONE = re.compile(
    r"\b(?:the|of|and|was|with|for|from|by|that|said)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_MARKS = bytes(n for n in range(128) if not chr(n).isalpha())
_NO_LETTERS = dict.fromkeys(_MARKS, " ")

_LEAST_SHARE = 0.04
"""Of a text's words, those that must be a language's commonest."""

_FEW_WORDS = 40
"""A text of fewer words, without any small word, may still be a headline or a list."""


def language_of(text: str) -> str:
    """The BCP 47 tag of the language of most of *text*; "und" where nothing tells.

    It is the language of the whole: a quotation in another one changes nothing.
    """
    sample = text[:LOOKED_AT]
    if sample.isascii():
        return _latin(sample)
    counts = _letters_of_scripts(sample)
    weights = counts | {
        "ko": _DENSE * counts["ko"],
        "han": _DENSE * (counts["han"] + counts["kana"]),
        "kana": 0,
    }
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return UNKNOWN
    match script:
        case "latin":
            return _latin(sample)
        case "cyrillic":
            return _cyrillic(sample)
        case "han":
            return _japanese_or_chinese(sample, counts["kana"])
        case "ar":
            return "fa" if _PERSIAN.search(sample) else "ar"
        case _:
            return script


def _letters_of_scripts(sample: str) -> dict[str, int]:
    """How many letters of each script a text has; most are often of ASCII."""
    beyond = "".join(_BEYOND_ASCII.findall(sample))
    counts = {name: len(script.findall(beyond)) for name, script in _SCRIPTS}
    counts["latin"] += len(sample.encode("ascii", "ignore").translate(None, _MARKS))
    return counts


def primary(language: str) -> str:
    """A BCP 47 tag without its region: "de" of "de-AT"."""
    return language.partition("-")[0].lower()


def language_name(language: str) -> str:
    """The name of a language in English, by its BCP 47 tag."""
    return NAMES.get(primary(language), "a language that is not known here")


def may_be_english(text: str, language: str) -> bool:
    """True for English, and for a text that nothing shows to be anything else.

    A long text without one small word of English is shown to be something else.
    """
    if primary(language) != UNKNOWN:
        return primary(language) == "en"
    sample = text[:LOOKED_AT]
    few = len(_WORD.findall(sample)) < _FEW_WORDS
    return few or _ENGLISH_ALONE.search(sample) is not None


def _latin(sample: str) -> str:
    seen = Counter(_words(sample))
    scores = dict.fromkeys(_COMMON_WORDS, 0)
    for word in seen.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            scores[language] += seen[word]
    best = max(scores.values())
    if scores["en"] == best and best and (sample.isascii() or best > 2):
        return "en"
    letters = {name: len(found.findall(sample)) for name, found in _LETTERS.items()}
    language = max(scores, key=lambda name: (scores[name], letters.get(name, 0)))
    enough = best > 1 or letters.get(language)
    rare = best < _LEAST_SHARE * max(seen.total(), 1)
    return UNKNOWN if rare or not enough else language


def _words(sample: str) -> list[str]:
    """The words of *sample* in lower case; the quick way where all are of ASCII."""
    if _WORD.search("".join(_BEYOND_ASCII.findall(sample))):
        return _WORD.findall(sample.lower())
    ascii_alone = sample.encode("ascii", "replace").decode("ascii")
    return ascii_alone.lower().translate(_NO_LETTERS).split()


def _cyrillic(sample: str) -> str:
    scores = {
        language: len(marks.findall(sample))
        - _FOREIGN_WEIGHT * len(_FOREIGN_TO[language].findall(sample))
        for language, marks in _CYRILLIC.items()
    }
    return max(scores, key=lambda language: scores[language])


def _japanese_or_chinese(sample: str, kana: int) -> str:
    japanese, chinese = (len(p.findall(sample)) for p in (_JAPANESE, _CHINESE))
    if japanese and japanese >= chinese:
        return "ja"
    return "ja" if kana and not chinese else "zh"
