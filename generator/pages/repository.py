"""Where readers see, change and report on the file that a page is made from.

Every host of repositories has addresses of its own for that. Those of GitHub, GitLab
and Forgejo (as Codeberg has it) are known here; of any other host only the repository
itself is linked.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from generator.pages.prose import printable, safe_url
from generator.pages.words import Words
from generator.settings import SiteConfig

_LONGEST_TITLE = 120
"""So many characters of a page's title: a host refuses addresses of eight thousand
bytes, and a character may take a dozen."""


@dataclass(frozen=True, slots=True)
class _Host:
    """What follows a repository's address; places for values are in braces."""

    file: str
    edit: str
    history: str
    issue: str


_GITHUB = _Host(
    "/blob/{branch}/{path}",
    "/edit/{branch}/{path}",
    "/commits/{branch}/{path}",
    "/issues/new?title={title}&body={body}",
)
_GITLAB = _Host(
    "/-/blob/{branch}/{path}",
    "/-/edit/{branch}/{path}",
    "/-/commits/{branch}/{path}",
    "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
)
_FORGEJO = _Host(
    "/src/branch/{branch}/{path}",
    "/_edit/{branch}/{path}",
    "/commits/branch/{branch}/{path}",
    "/issues/new?title={title}&body={body}",
)
_HOSTS = {
    "github": _GITHUB,
    "gitlab": _GITLAB,
    "codeberg": _FORGEJO,
    "forgejo": _FORGEJO,
    "gitea": _FORGEJO,
}
"""By the first part of a host's name: “gitlab.com”, “gitlab.example.org”."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of a site at `address`, which has no slash at its end; "" where
    there is none. Every address is "" where the host's own ones are not known."""

    address: str
    branch: str
    words: Words
    _host: _Host | None = None

    @staticmethod
    def of(site: SiteConfig, words: Words) -> Repository:
        """What the setting `repository` tells."""
        address = safe_url(site.repository).rstrip("/").removesuffix(".git")
        return Repository(address, site.branch, words, _host(address))

    @property
    def is_known(self) -> bool:
        """Whether a page can lead to its own file."""
        return self._host is not None

    def file(self, path: str) -> str:
        """Where the file at *path* is shown."""
        return self._at(self._host.file, path=path) if self._host else ""

    def edit(self, path: str) -> str:
        """Where it is changed: who may not write to the repository is led to propose
        the change."""
        return self._at(self._host.edit, path=path) if self._host else ""

    def history(self, path: str) -> str:
        """Where its versions are listed, with who made each and when."""
        return self._at(self._host.history, path=path) if self._host else ""

    def report(self, title: str, id: str, page: str, path: str) -> str:
        """Where a reader tells what is wrong: a message that begins with what it is
        about, the *title*, *id* and address of a *page* and the *path* of its file."""
        if self._host is None:
            return ""
        _ = self.words.gettext
        about = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
        lines = [
            _("Page: %(address)s", address=page),
            _("Id: %(id)s", id=id),
            _("File: %(path)s", path=path),
            "",
            _("What is wrong, and which source says so?"),
            "",
        ]
        return self._at(
            self._host.issue,
            title=_("Correction: %(title)s", title=about),
            body="\n".join(lines),
        )

    def _at(self, shape: str, **values: str) -> str:
        """The address of *shape* with the *values* in it."""
        parts = {"branch": quote(self.branch)}
        for name, value in values.items():
            safe = "/" if name == "path" else ""
            parts[name] = quote(printable(value), safe=safe, errors="replace")
        return self.address + shape.format(**parts)


def _host(address: str) -> _Host | None:
    """The host of the repository at *address*; None for one that is not known, and
    for an address that is no repository's: it has an owner and a name."""
    parts = urlsplit(address)
    first = (parts.hostname or "").removeprefix("www.").partition(".")[0]
    is_one = len(parts.path.strip("/").split("/")) >= 2
    return _HOSTS.get(first) if is_one else None
