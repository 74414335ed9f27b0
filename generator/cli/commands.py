"""The table of commands: what each is called, takes, does, and how its help begins."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from generator.cli import building, dates, editing, exchanging, extracting


@dataclass(frozen=True, slots=True)
class Command:
    """A verb, what it takes, what it does, and how its help begins."""

    name: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    example: str
    says: str
    details: str = ""


COMMANDS = (
    Command(
        "extract",
        extracting.extract_arguments,
        extracting.extract,
        "dateline extract",
        "read seeds/ and propose events in content/",
        "What a person wrote is never changed. Running it again changes nothing.",
    ),
    Command(
        "build",
        building.build_arguments,
        building.build,
        "dateline build --out /tmp/preview",
        "prove every quotation and write the site",
    ),
    Command(
        "serve",
        building.serve_arguments,
        building.serve,
        "dateline serve",
        "preview the site; rebuild it and reload the page on every save",
        "Only this computer can see the preview. Ctrl-C ends it.",
    ),
    Command(
        "check",
        building.check_arguments,
        building.check,
        "dateline check",
        "say everything that is wrong in the project, and change nothing",
        "With --links it also asks other sites for what the project links to, one "
        "address\nof each at a time. No other command asks other sites for anything.",
    ),
    Command(
        "review",
        editing.review_arguments,
        editing.review,
        "dateline review",
        "walk through what waits for a person, and write each answer at once",
        "It can be left at any time; what is not answered waits in the files.",
    ),
    Command(
        "new",
        editing.new_arguments,
        editing.new,
        'dateline new event "The bridge opens" --date 2019-03',
        "write a new file to fill in: an event, a source's card, an entity",
        "It prints the path of the file. Every key is in it, explained.",
    ),
    Command(
        "cite",
        editing.cite_arguments,
        editing.cite,
        'dateline cite post-2019-04-02 "opened to traffic"',
        "find a passage and print the citation of it, ready to paste",
        "Marks, spaces and capitals need not be right; what is printed is the source's "
        "own text, with as much around it as it takes to stand only once.",
    ),
    Command(
        "import",
        exchanging.import_arguments,
        exchanging.import_,
        "dateline import harbour.csv",
        "propose events from another program's timeline",
        "It reads TimelineJS (JSON, and the sheet saved as CSV), Markwhen, TimeMap,\n"
        "SIMILE Timeline, and tables (CSV). Its rows become a source, which each\n"
        "event cites. All of it is written or nothing, no file is changed, and what\n"
        "was imported before is known.",
    ),
    Command(
        "export",
        exchanging.export_arguments,
        exchanging.export,
        "dateline export --format timelinejs harbour.json",
        "write the timeline for another program, and say what that cannot hold",
        "Only what is proven and published goes out, no date finer than it is known.",
    ),
    Command(
        "init",
        building.init_arguments,
        building.init,
        "dateline init my-timeline",
        "lay out a new project, with a sample article to try it on",
    ),
    Command(
        "timex",
        dates.timex_arguments,
        dates.timex,
        """echo '{"doc_id": "a", "text": "It opened in June 2019.", "dct": null}' \\
    | dateline timex""",
        "read JSON lines of texts, write JSON lines of their time expressions",
        'in:  {"doc_id": …, "text": "…", "dct": "YYYY-MM-DD" or null}\n'
        'out: {"doc_id": …, "timexes": [{"start", "end", "text", "type", "value", '
        '"mod", "edtf"}]}\n'
        "Offsets count code points from 0. It needs no project.",
    ),
)
