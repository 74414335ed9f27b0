"""The links of a project to other hosts, looked at: which are live, moved, dead, or say
something else than what is cited from them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import __version__
from generator.checks import passages
from generator.config import Project
from generator.linkcheck import (
    Answer,
    Manners,
    answers,
    found_out,
    looked_at,
    outside_links,
)
from generator.model.progress import UNWATCHED, Progress
from generator.problems import Problem
from generator.sources import read_documents
from generator.sources.online import texts_of_page
from generator.store import read_content, with_excerpts


@dataclass(frozen=True, slots=True)
class LinksReport:
    """How many addresses were asked for, and what is to be said of them, sorted."""

    asked: int
    problems: list[Problem]


def check_outside(
    project: Project,
    manners: Manners | None = None,
    progress: Progress = UNWATCHED,
) -> LinksReport:
    """What the links in the content of *project* lead to today.

    Problems of the files themselves are not told again: that is what `check` is for.
    """
    documents, _ = read_documents(project.seeds, project.root, project.texts)
    content, _ = read_content(project.content, project.root)
    links = outside_links(content, documents)
    places: dict[str, list[int]] = {}
    for number, link in enumerate(links):
        places.setdefault(link.address.partition("#")[0], []).append(number)
    wanted = {a: any(links[n].quotes for n in places[a]) for a in places}
    progress.stage("outside links", of=len(wanted))
    looked = []
    for address, answer in answers(wanted, manners or of_project(project)):
        progress.made("link", address)
        texts = _texts(answer)
        looked += [looked_at(links[n], answer, texts, _stands) for n in places[address]]
    return LinksReport(len(wanted), with_excerpts(found_out(looked), project.root))


def of_project(project: Project) -> Manners:
    """How the hosts are asked: under dateline's name, and who is behind it."""
    behind = project.site.base_url or project.site.repository
    about = f"; +{behind}" if behind.isascii() and behind else ""
    return replace(Manners(), agent=f"dateline/{__version__} (link check{about})")


def _texts(answer: Answer) -> tuple[str, ...]:
    """Every way to read the page that came; none where none did."""
    if not answer.data:
        return ()
    return texts_of_page(answer.data, answer.kind, answer.charset)


def _stands(words: str, text: str) -> bool:
    return bool(passages(words, text))
