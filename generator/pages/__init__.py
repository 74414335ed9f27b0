"""From a `Timeline` to the files of its site, as bytes; nothing here reads a disk.

`render` is the door, `Site` makes one file at a time; `check_links` proves that no
link of the result leads nowhere; `words_of` gives the words in the site's language,
`words_problems` tells what is missing of them.
"""

from generator.pages.environment import TemplateFailedError
from generator.pages.languages import words_of, words_problems
from generator.pages.links import (
    PageLinks,
    SiteLinks,
    check_links,
    page_links,
)
from generator.pages.render import Resources, Site, render

__all__ = [
    "PageLinks",
    "Resources",
    "Site",
    "SiteLinks",
    "TemplateFailedError",
    "check_links",
    "page_links",
    "render",
    "words_of",
    "words_problems",
]
