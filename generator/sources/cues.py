"""What tells the parts of a news page apart: tables of cues, each with an example."""

from __future__ import annotations

import re


def words(table: str) -> frozenset[str]:
    """The words of a table that is written as prose."""
    return frozenset(table.split())


FURNITURE = re.compile(
    r"""
    # Whole lines that a page's frame leaves in a copied text.
    (?: top\ of\ page | bottom\ of\ page | back\ to\ top | skip\ to\ .{3,30}
    | logo | comments? (?:\s*\(\d+\))? | \d+\ comments? | sources? : | references? :
    | share (?:\ (?:this|on|via)\b.{0,60})? | tweet | email | e-mail | print
    | (?:copy|save|bookmark)\ (?:link|article|this\ .{3,20})
    | (?:facebook|twitter|whatsapp|telegram|linkedin|reddit|x|instagram)
      (?:\s*[|·,/]?\s*(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|x|email))*
    | advertisement s? | sponsored (?:\ content)? | promoted | continue\ reading
    | article\ continues .{0,60} | story\ continues .{0,40} | loading\W*
    | subscribe\b.{0,100} | sign\ (?:up|in)\b.{0,100} | log\ ?in\b.{0,40}
    | follow\ us\b.{0,80} | newsletter\b.{0,60} | get\ our\ .{0,60}newsletter.{0,40}
    | menu | home | search | close | next | previous | tags? : .* | topics? : .*
    | filed\ under .* | categories? : .* | \d+\ min(?:ute)?s?\ read
    | listen\ to\ .{0,40}
    | (?:our\ )?cookies?\b.{0,120}\b(?:services?|website|site|experience|consent)\W*
    | (?:we|this\ (?:web)?site)\ uses?\ cookies\b.* | accept\ (?:all\ )?cookies.*
    | (?:©|\(c\)|copyright)\ .{0,120} | all\ rights\ reserved .{0,80}
    | terms\ (?:of|and)\ .{0,60} | privacy\ policy .{0,40}
    | reporting\ by\ .{0,200} | editing\ by\ .{0,200}
    | \d{1,2}[.)]? | \d{1,2}[:.]\d{2}(?:\ ?[ap]\.?m\.?)?(?:\ [A-Z]{2,4})?
    | (?:(?:home|news|world|uk|us|politics|business|economy|sports?|culture|arts|tech
      |technology|science|health|climate|travel|opinion|video|weather|local|lifestyle
      |more|live|obituaries|entertainment|education)\b[\s|·•/,&>]*){3,}
    | (?:this\ (?:web)?site|we\ and\ our\ partners)\ (?:use|store)s?\b.{0,200}
    | by\ (?:continuing|clicking|using)\b.{0,200}\b(?:cookies?|terms|consent)\b.*
    | (?:manage|reject|accept)\ (?:all|cookies?|preferences|settings)\b.{0,60}
    | (?:add|leave|post)\ a\ comment.{0,40} | read\ more | show\ more | see\ more
    | click\ here\b.{0,100} | watch\ (?:now|live)\b.{0,60}
    | (?:play|watch)\ video.{0,60}
    | [\W_]+
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

ALSO_READ = re.compile(
    r"(?:read (?:more|also|next)|also read|see also|related|more on this)\s*:\s*\S.*",
    re.IGNORECASE,
)
"""A line that names another article: "Read more: Bridge to reopen in May"."""

TEASERS_BEGIN = re.compile(
    r"(?:related|recommended|more) (?:articles?|stories|news|posts|reading|coverage)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular"
    r"|viewed|shared|watched|commented)"
    r"|read (?:more|also|next)|more (?:from|on|in) .{2,40}|latest (?:news|stories)"
    r"|trending(?: now)?|popular now|top stories|in other news|don.t miss|up next"
    r"|editor.?s.? (?:picks?|choice)|more stories|see also|what to read next"
    r"|recent posts",
    re.IGNORECASE,
)
"""A whole line after which other articles are advertised."""

BYLINE = re.compile(
    r"(?:(?:written|reported|story|words|text|edited) )?by:? +"
    r"(?P<names>[^\d.;:!?]{3,120})"
    r"|author s?: *(?P<author>.{3,120})",
    re.IGNORECASE,
)
"""A whole line that names the writers: "By Ada Quill and Ben Ink | Staff writers"."""

DATE_LABEL = re.compile(
    r"(?:first |last )?(?P<label>published|updated|posted|issued|date|modified"
    r"|publication date|created|veröffentlicht|aktualisiert|stand|publié|mis à jour"
    r"|publicado|actualizado|pubblicato|gepubliceerd|opublikowano|publicado em"
    r"|опубликовано|обновлено|дата публикации|опубліковано|оновлено)\b"
    r"(?: (?:on|at|am|le|el|il|op|em)\b)?\s*[:—–-]?\s*",
    re.IGNORECASE,
)
"""What opens a line that dates the text: "Published: | 14 July 2025, 10:04 GMT"."""

UPDATE_LABELS = words("updated modified aktualisiert actualizado обновлено оновлено")
"""Of those, the ones that date a later change and not the first publication."""

MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)

MONTHS_ABROAD = "|".join(
    sorted(
        words(
            """Januar Jänner Februar März April Mai Juni Juli August September Oktober
            November Dezember janvier février mars avril mai juin juillet août septembre
            octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
            septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno
            luglio settembre ottobre dicembre januari februari maart mei augustus
            oktober december janeiro fevereiro março maio junho julho setembro outubro
            novembro dezembro"""
        )
    )
)
"""In German, French, Spanish, Italian, Dutch and Portuguese."""

DATELINE = re.compile(
    rf"""
    # "MOSCOW, July 12, 2025 (Reuters) — ", "SEOUL — ", "Lisbon, 3 May (Lusa) - "
    # "SEOUL/MOSCOW, June 19 (Reuters) - ", "Wien, 3. Mai 2024 (dpa) - "
    (?P<place> [A-Z]{{2}}[A-Z.’'/\-]*(?:[ ]+[A-Z.’'/\-]+){{0,3}}
             | [A-Z][\w.’'/\-]+(?:\ [A-Z][\w.’'/\-]+){{0,2}} )
    (?: ,\ (?!{MONTHS}\b)[A-Z][\w.]*(?:\ [A-Z][\w.]*){{0,2}} )?
    (?P<date> ,?\ (?: {MONTHS}\ \d{{1,2}} | \d{{1,2}}\ {MONTHS} ) (?:,?\ \d{{4}})?
            | ,\ (?:le\ )?\d{{1,2}}\.?\ (?:de\ )?(?:{MONTHS_ABROAD})
              \ (?:de\ )?\d{{4}} )?
    (?P<agency> ,?\ (?: \((?:[A-Z]|(?:dpa|epd|apa|sda|kna)\b)[\w\ /.&]{{0,30}}\)
                     | /[A-Z][\w\ .&]{{1,30}}/ ) )?
    \ ?(?: — | – | -- | (?<=\ )- )\ ?(?=\S)
    """,
    re.VERBOSE,
)
"""What opens the first paragraph of an agency's report."""

OPENING_DATE = re.compile(
    rf"(?:{MONTHS}\ \d{{1,2}},?\ \d{{4}}|\d{{1,2}}\ {MONTHS}\ \d{{4}})"
    r"(?:\.|\ [-–—])\ (?=[A-Z“\"])"
)
"""A day before the first words: "6 June 2025. Trains ...", "6 June 2025 - Trains"."""

OPENING_TIME = re.compile(
    rf"(?:\d{{1,2}}\ )?(?:{MONTHS}\b|\d{{4}}\b).{{0,16}}?[-–—:.]\ "
)
"""A day, a month or a year before the words of a chronology's line."""

CREDIT = re.compile(
    r"\((?:via|photo|image|picture|credit|source|courtesy|AP|AFP|Reuters|Getty)\b[^)]*\)"
    r"|\bvia (?-i:REUTERS|Reuters|Getty|AP|AFP|BBC|EPA|Wikimedia|[A-Z]{2,6})\b"
    r"|\b(?:photo(?:graph)?|image|picture|credit|illustration)s?\s*(?::|by\b|courtesy)"
    r"|\b(?:Getty Images|AFP|REUTERS|Reuters|EPA|Shutterstock|Alamy|Xinhua)"
    r"(?:/[A-Z][\w .]+)?\s*$|/(?:AP|AFP|Reuters|REUTERS|Getty|EPA|TASS)\b"
    r"|\bfile (?:photo|picture|image)\b"
    r"|\b(?:in|on) this (?:undated |file |handout |aerial |satellite )*"
    r"(?:photo(?:graph)?|picture|image|screengrab|handout)\b"
    r"|\bpictured (?:here|above|in|on|at|left|right)\b",
    re.IGNORECASE,
)
"""What only a picture's caption says."""

CREDIT_ALONE = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|credit|illustration|graphic|source)s?\s*"
    r"(?::|by|courtesy)\s*.{2,80}|(?:via )?(?:getty images|reuters|afp|ap photo|epa)"
    r"(?:\s*/.{2,60})?|©.{2,80}",
    re.IGNORECASE,
)
"""A whole line that is a picture's credit and says nothing of the picture."""

TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
"""The end of a finished sentence."""

SMALL_WORDS = words(
    "a an the of and or nor but for to in on at by as with from over under amid into "
    "via vs per is its after before than up out off not"
)
"""Words that Title Case leaves small."""
