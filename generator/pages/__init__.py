"""From a `Timeline` to the files of its site, as bytes; nothing here reads a disk.

`render` is the door; `check_links` proves that no link of the result leads nowhere.
"""

from generator.pages.links import check_links
from generator.pages.render import Resources, TemplateFailedError, render

__all__ = ["Resources", "TemplateFailedError", "check_links", "render"]
