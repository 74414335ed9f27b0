"""What editors do to a project, one thing at a time, by chance.

They type, save from a CMS, from Windows, merge, split, review, and correct sources.
Each notes in the ledger what must be found again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

import frontmatter
import yaml
from world import (
    TAGS,
    TITLES,
    Ledger,
    World,
    folder_of,
    is_reviewed,
    key_of,
    passages,
    read,
    texts,
)

from generator.review.decisions import accepting
from generator.review.queue import Matter, Queue
from generator.store.by_hand import deleted_events, restoring
from generator.store.joining import joining
from generator.store.nodes import Plain
from generator.store.patch import (
    AddItem,
    Edit,
    RefusedError,
    RemoveItem,
    SetValue,
    patched,
)
from generator.store.reading import ContentFile
from generator.store.writing import scalar

Do = Callable[[], None]
DoTo = Callable[[str], None]


class Newsroom(World):
    """A world with people in it."""

    def edit(self) -> None:
        """One thing that somebody does."""
        if self.likely(0.15):
            self.do(self.chance.choice(self.on_sources()))
            return
        mine = [path for path in sorted(self.files) if self.read(path) is not None]
        if not mine:
            return
        path = self.chance.choice(mine)
        choices = [*self.on_files(), *self.on_files()]
        match folder_of(path):
            case "events":
                choices += self.on_events()
            case "sources":
                choices += [self.set_issued]
        if self.likely(0.1) and path not in self.frozen:
            choices = [self.break_it, self.forget, self.delete]
        action = self.chance.choice(choices)
        self.log.append(f"{action.__name__} {path}")
        before = self.files[path]
        touched = path in self.touched
        action(path)
        self.keep(path)
        untouched = self.files.get(path) == before or action in self.of_form()
        if untouched and not touched:
            self.touched.discard(path)

    def do(self, action: Do) -> None:
        self.log.append(action.__name__)
        action()

    def on_sources(self) -> Sequence[Do]:
        return [
            *(self.correct_seed, self.lengthen_seed, self.remove_seed),
            *(self.return_seed, self.rename_seed, self.add_seed),
            *(self.restore, self.mend),
        ]

    def on_files(self) -> list[DoTo]:
        return [
            *(self.set_title, self.comment, self.comment_anywhere, self.own_key),
            *(self.write_body, *self.of_form()),
        ]

    def of_form(self) -> list[DoTo]:
        """What another program does when it saves; no work of a person is in it."""
        return [
            *(self.use_crlf, self.add_mark, self.drop_last_newline),
            *(self.save_from_cms, self.save_with_frontmatter),
        ]

    def on_events(self) -> list[DoTo]:
        return [
            *(self.set_date, self.remove_date, self.add_tag, self.add_known_tag),
            *(self.remove_tag, self.add_person, self.remove_citation, self.cite),
            *(self.shorten_quote, self.say_otherwise, self.rename, self.move),
            *(self.copy, self.split, self.merge_by_hand, self.delete, self.delete),
            *(self.review, self.decide, self.decide, self.merge_in_review),
            *(self.write_event, self.propose_again),
        ]

    # How a person's change gets into a file, and into the ledger.

    def keep(self, path: str) -> None:
        """What a person approved, or cannot be read now, is not to change at all."""
        if path not in self.files:
            return
        self.touched.add(path)
        text = self.files[path].decode()
        lines = self.ledgers[path].lines
        lines -= {line for line in lines if line not in text}
        file = self.read(path)
        if file is None or is_reviewed(file) or path in self.frozen:
            self.frozen[path] = self.files[path]

    def save(self, path: str, text: str) -> bool:
        """Save *text* if it can be read; False when it cannot."""
        if read(path, text.encode()) is None:
            return False
        self.files[path] = text.encode()
        return True

    def save_same(self, path: str, text: str) -> bool:
        """Save *text* if it says what the file says, in another form."""
        old, new = self.read(path), read(path, text.encode())
        same = (
            old is not None
            and new is not None
            and (old.values, old.parts.text) == (new.values, new.parts.text)
        )
        return same and self.save(path, text)

    def patch(self, path: str, *edits: Edit) -> bool:
        """Type *edits* into the file; False when they do not fit its form."""
        file = self.read(path)
        assert file is not None
        try:
            self.files[path] = patched(file, edits).data
        except RefusedError:
            return False
        return True

    def newline(self, path: str) -> str:
        first = self.files[path].partition(b"\n")[0]
        return "\r\n" if first.endswith(b"\r") else "\n"

    def file(self, path: str) -> ContentFile:
        file = self.read(path)
        assert file is not None
        return file

    def was_proposed(self, path: str, key: str, member: str = "") -> bool:
        record = self.record(path)
        value = None if record is None else record.values.get(key)
        return value is not None and (not member or member in value)

    # Of every file.

    def set_title(self, path: str) -> None:
        key = "prefLabel" if folder_of(path) == "entities" else "title"
        self.set(path, key, f"Mine {self.chance.choice(TITLES)}")

    def set_date(self, path: str) -> None:
        self.set(path, "date", f"18{self.chance.randint(10, 99)}")

    def set_issued(self, path: str) -> None:
        self.set(path, "issued", f"18{self.chance.randint(10, 99)}")

    def set(self, path: str, key: str, value: str) -> None:
        line = f"{key}: {scalar(value, quoted=self.likely(0.5))}"
        text = self.files[path].decode()
        alone = re.compile(rf"^{key}:[^\r\n]*(?=\r?\n\S)", re.MULTILINE)
        if alone.search(text):
            text = alone.sub(lambda _: line, text, count=1)
            done = self.save(path, text)
        elif key not in self.file(path).values:
            text = text.replace("\n", f"\n{line}{self.newline(path)}", 1)
            done = self.save(path, text)
        else:
            done = self.patch(path, SetValue((key,), value))
        if done:
            self.ledgers[path].values[key] = value

    def comment(self, path: str) -> None:
        self.insert(path, "# a remark, number {}")

    def own_key(self, path: str) -> None:
        self.insert(path, "zz-own-{}: kept")

    def insert(self, path: str, line: str) -> None:
        self.count += 1
        line = line.format(self.count)
        text = self.files[path].decode()
        if self.save(path, text.replace("\n", f"\n{line}{self.newline(path)}", 1)):
            self.ledgers[path].lines.add(line)

    def comment_anywhere(self, path: str) -> None:
        """Behind any line of the header, or between any two."""
        self.count += 1
        remark = f"# why, {self.count}"
        lines = self.files[path].decode().splitlines(keepends=True)
        at = self.chance.randrange(len(lines))
        bare = lines[at].rstrip("\r\n")
        if self.likely(0.5):
            lines[at] = f"{bare}  {remark}{self.newline(path)}"
        else:
            lines.insert(at, f"  {remark}{self.newline(path)}")
        if self.save_same(path, "".join(lines)):
            self.ledgers[path].lines.add(remark)

    def write_body(self, path: str) -> None:
        self.count += 1
        file = self.file(path)
        if file.parts.closing.endswith("\n"):
            body = f"\nMy own words, {self.count}.  \n\n\n"
            head = str(file.parts)[: -len(file.parts.body) or None]
            self.save(path, f"{head}{body}")
            self.ledgers[path].body = body

    def use_crlf(self, path: str) -> None:
        text = self.files[path].decode().replace("\r\n", "\n").replace("\n", "\r\n")
        self.save_otherwise(path, text)

    def add_mark(self, path: str) -> None:
        text = self.files[path].decode().removeprefix("\ufeff")
        self.save_otherwise(path, f"\ufeff{text}")

    def drop_last_newline(self, path: str) -> None:
        text = self.files[path].decode()
        if self.file(path).parts.body.strip():
            self.save_otherwise(path, text.rstrip("\r\n"))

    def save_otherwise(self, path: str, text: str) -> None:
        """The same, as another editor writes it; the body is then that editor's."""
        if self.save_same(path, text) and self.ledgers[path].body is not None:
            self.ledgers[path].body = self.file(path).parts.body

    def save_from_cms(self, path: str) -> None:
        """The header written anew in its own way, without anybody's comments."""
        file = self.file(path)
        tree = yaml.safe_load(file.parts.header)
        header = yaml.safe_dump(
            tree,
            sort_keys=self.likely(0.5),
            allow_unicode=self.likely(0.5),
            width=self.chance.choice([30, 80, 10_000]),
            default_style=self.chance.choice([None, None, '"', "'"]),
        )
        rest = f"{file.parts.closing}{file.parts.body}"
        self.save_anew(path, f"{file.parts.opening}{header}{rest}")

    def save_with_frontmatter(self, path: str) -> None:
        post = frontmatter.loads(self.files[path].decode("utf-8-sig"))
        self.save_anew(path, frontmatter.dumps(post))

    def save_anew(self, path: str, text: str) -> None:
        old, new = self.file(path), read(path, text.encode())
        assert new is not None
        assert new.values == old.values, "a CMS keeps what a file says"
        self.save_otherwise(path, text)

    def break_it(self, path: str) -> None:
        """A mistake that leaves nothing to be read."""
        text = self.files[path].decode()
        self.files[path] = text.replace("\n", "\ntitle: a: b\n", 1).encode()

    def mend(self) -> None:
        for path in sorted(self.files):
            if self.read(path) is None:
                text = self.files[path].decode()
                self.save(path, text.replace("\ntitle: a: b\n", "\n", 1))
                del self.frozen[path]
                self.keep(path)

    def forget(self, path: str) -> None:
        """The record of what was proposed is lost; all that stands there is theirs."""
        where = f".dateline/proposed/{key_of(path)}.json"
        if where in self.records and self.ledgers[path].values.get("title"):
            lost = self.records.pop(where).decode()
            self.words_out = {words for words in self.words_out if words not in lost}
            self.ledgers[path].tags_out.clear()
            self.place(passages(self.file(path)))

    def delete(self, path: str) -> None:
        file = self.file(path)
        if self.record(path) is not None:
            self.gone.add(path)
        self.leave(path)
        self.remove_passages(passages(file))

    def leave(self, path: str) -> Ledger:
        """*path* is no more; its ledger."""
        del self.files[path]
        self.touched.discard(path)
        self.frozen.pop(path, None)
        return self.ledgers.pop(path, Ledger())

    def remove_passages(self, removed: Sequence[tuple[str, str]]) -> None:
        """What was proposed and stands in no file now is not to come back."""
        held, known = self.holders(), self.known()
        self.words_out |= {w for _, w in removed if w not in held and w in known}

    def place(self, placed: Sequence[tuple[str, str]]) -> None:
        """A person says where these belong."""
        words = {words for _, words in placed}
        self.words_placed |= words
        self.words_out -= words

    # Of one event.

    def remove_date(self, path: str) -> None:
        text = self.files[path].decode()
        without = re.sub(r"(?m)^date:[^\n]*\n(?=\S)", "", text, count=1)
        if without != text and self.save(path, without):
            # Of a date that a person wrote and took out again, nobody knows.
            self.ledgers[path].values.pop("date", None)
            if self.was_proposed(path, "date"):
                self.ledgers[path].values["date"] = None

    def tags(self, path: str) -> list[str]:
        return texts(self.file(path).values.get("tags"))

    def add_tag(self, path: str) -> None:
        self.count += 1
        tag = f"mine-{self.count}"
        if self.patch(path, AddItem("tags", tag)):
            self.ledgers[path].tags_in.add(tag)

    def add_known_tag(self, path: str) -> None:
        """A tag that the tool may propose one day, and drop another."""
        tag = self.chance.choice(TAGS)
        if tag not in self.tags(path) and self.patch(path, AddItem("tags", tag)):
            if not self.was_proposed(path, "tags", tag):
                self.ledgers[path].tags_in.add(tag)
            self.ledgers[path].tags_out.discard(tag)

    def remove_tag(self, path: str) -> None:
        tags = self.tags(path)
        if not tags:
            return
        tag = self.chance.choice(tags)
        if self.patch(path, RemoveItem("tags", tags.index(tag))):
            self.ledgers[path].tags_in.discard(tag)
            if self.was_proposed(path, "tags", tag):
                self.ledgers[path].tags_out.add(tag)

    def add_person(self, path: str) -> None:
        self.count += 1
        self.patch(path, AddItem("people", f"zed-{self.count}"))

    def cite(self, path: str) -> None:
        """A passage that no event cites, and that the tool never proposed."""
        held, known = self.holders(), self.known()
        free = [
            (source, words)
            for source, printed in sorted(self.seeds.items())
            for _, words in printed
            if words not in held and words not in known
        ]
        if free:
            self.add_citations(path, [self.chance.choice(free)])

    def add_citations(self, path: str, cited: Sequence[tuple[str, str]]) -> bool:
        """Type them in; what is there already is left out."""
        there = {words for _, words in passages(self.file(path))}
        new = {words: source for source, words in cited if words not in there}
        blocks: list[dict[str, Plain]] = [
            {"source": source, "exact": words} for words, source in new.items()
        ]
        if not self.patch(path, *(AddItem("citations", block) for block in blocks)):
            return False
        self.ledgers[path].cited |= set(new)
        self.place(cited)
        self.keep(path)
        return True

    def remove_citation(self, path: str) -> None:
        cited = passages(self.file(path))
        if len(cited) < 2:
            return
        index = self.chance.randrange(len(cited))
        if self.patch(path, RemoveItem("citations", index)):
            self.ledgers[path].cited.discard(cited[index][1])
            self.remove_passages([cited[index]])

    def shorten_quote(self, path: str) -> None:
        cited = passages(self.file(path))
        if not cited:
            return
        index = self.chance.randrange(len(cited))
        source, words = cited[index]
        shorter = words.removeprefix("The ")
        if self.patch(path, SetValue(("citations", index, "exact"), shorter)):
            self.ledgers[path].cited.discard(words)
            self.ledgers[path].cited.add(shorter)
            self.place([(source, words), (source, shorter)])

    def say_otherwise(self, path: str) -> None:
        cited = passages(self.file(path))
        if cited:
            index = self.chance.randrange(len(cited))
            says = ("citations", index, "says")
            if self.patch(path, SetValue((*says, "phrase"), "day")):
                self.ledgers[path].cited.add(cited[index][1])

    def rename(self, path: str) -> None:
        self.count += 1
        self.give_name(path, f"content/events/renamed-{self.count}.md")

    def move(self, path: str) -> None:
        name = PurePosixPath(path).name
        self.give_name(path, f"content/events/folder/{name}")

    def give_name(self, path: str, new: str) -> None:
        if new == path:
            return
        self.files[new] = self.files[path]
        frozen = path in self.frozen
        self.ledgers[new] = self.leave(path)
        if key_of(new) != key_of(path):
            self.gone.add(path)
        self.touched.add(new)
        if frozen:
            self.frozen[new] = self.files[new]

    def copy(self, path: str) -> None:
        self.count += 1
        new = f"content/events/copy-{self.count}.md"
        self.files[new] = self.files[path]
        self.ledgers[new] = Ledger()
        self.set(new, "title", f"Mine, copied {self.count}")
        self.place(passages(self.file(new)))
        self.keep(new)

    def split(self, path: str) -> None:
        cited = passages(self.file(path))
        if len(cited) > 1:
            index = self.chance.randrange(len(cited))
            if self.patch(path, RemoveItem("citations", index)):
                self.ledgers[path].cited.discard(cited[index][1])
                self.write_new([cited[index]])

    def write_event(self, path: str) -> None:
        """An event of one's own that cites what another cites, too."""
        self.write_new(passages(self.file(path))[:1])

    def write_new(self, cited: Sequence[tuple[str, str]]) -> None:
        self.count += 1
        path = f"content/events/own-{self.count}.md"
        self.files[path] = f"---\ntitle: Mine, {self.count}\n---\n".encode()
        self.ledgers[path].values["title"] = f"Mine, {self.count}"
        self.add_citations(path, cited)
        self.keep(path)

    def merge_by_hand(self, path: str) -> None:
        other = self.another(path)
        if other and self.add_citations(other, passages(self.file(path))):
            self.delete(path)

    def another(self, path: str) -> str:
        """Another event; "" when there is none."""
        others = [other for other, _ in self.events() if other != path]
        return self.chance.choice(others) if others else ""

    def review(self, path: str) -> None:
        status = self.chance.choice(["reviewed", "disputed", "rejected"])
        self.set(path, "status", status)

    def propose_again(self, path: str) -> None:
        """An approval is taken back: the tool may go on."""
        record = self.record(path)
        if is_reviewed(self.file(path)) and record is not None and not record.adopted:
            self.set(path, "status", "proposed")
            self.frozen.pop(path, None)

    def merge_in_review(self, path: str) -> None:
        other = self.another(path)
        if not other:
            return
        file, heir = self.file(path), self.file(other)
        printed = {document.id: document.text for document in self.documents()}
        if self.patch(other, *joining(file, heir, printed, self.record(path))):
            self.place([*passages(file), *passages(heir)])
            self.ledgers[other].tags_out -= set(self.tags(other))
            self.delete(path)
            self.keep(other)

    def decide(self, path: str) -> None:
        """Accept one thing that a review asks about."""
        queue = Queue(self.store(), self.documents(), {}, {})
        file = self.file(path)
        entries = [
            entry
            for entry in queue.of_event(key_of(path), file)
            if entry.matter in (Matter.PROPOSED, Matter.DIFFERS)
            or (entry.drift is not None and entry.drift.now is not None)
        ]
        if not entries:
            return
        entry = self.chance.choice(entries)
        if not self.patch(path, *accepting(entry, file)):
            return
        ledger = self.ledgers[path]
        if entry.matter is Matter.QUOTE:
            words = passages(file)[entry.index][1]
            ledger.cited.discard(words)
            self.place(passages(self.file(path)))
        elif entry.offer is not None:
            key = entry.offer.path[0]
            ledger.values.pop(str(key), None)
            if key == "tags":
                ledger.tags_in.clear()
                ledger.tags_out.clear()
            if key == "body":
                ledger.body = None
            self.place(passages(self.file(path)))

    def restore(self) -> None:
        """Bring a deleted proposal back, as `dateline review --restore` does."""
        store = self.store()
        names = deleted_events(store)
        if not names:
            return
        file, record = restoring(store, self.chance.choice(names))
        if file.path in self.files:
            return
        assert file.data is not None
        assert record.data is not None
        self.files[file.path] = file.data
        self.records[record.path] = record.data
        self.gone.discard(file.path)
        self.place(passages(self.file(file.path)))

    # Of the sources.

    def seed(self) -> str:
        return self.chance.choice(sorted(self.seeds))

    # One that is renamed and corrected at once is another source.

    def correct_seed(self) -> None:
        """One sentence is printed in other words."""
        name = self.seed()
        if name not in self.renamed_seeds:
            printed = self.seeds[name]
            index = self.chance.randrange(len(printed))
            number, words = printed[index]
            self.count += 1
            other = re.sub(r"day \d+", f"day {self.count:03}", words)
            printed[index] = (number, other)
            self.corrected_seeds.add(name)

    def lengthen_seed(self) -> None:
        """A sentence more, so that those behind it stand elsewhere."""
        name = self.seed()
        if name not in self.renamed_seeds:
            printed = self.seeds[name]
            number = self.chance.randrange(5)
            at = self.chance.randint(0, len(printed))
            printed.insert(at, (number, self.sentence(number)))
            self.corrected_seeds.add(name)

    def remove_seed(self) -> None:
        if len(self.seeds) > 1:
            name = self.seed()
            self.removed_seeds[name] = self.seeds.pop(name)

    def return_seed(self) -> None:
        for name in sorted(self.removed_seeds):
            self.seeds.setdefault(name, self.removed_seeds.pop(name))

    def rename_seed(self) -> None:
        """The same words under another name: what was removed stays removed."""
        old = self.seed()
        if old not in self.corrected_seeds:
            self.count += 1
            new = f"paper-{self.count}"
            self.seeds[new] = self.seeds.pop(old)
            self.renamed_seeds.add(new)

    def add_seed(self) -> None:
        self.count += 1
        numbers = [self.chance.randrange(5) for _ in range(2)]
        self.seeds[f"paper-{self.count}"] = [(n, self.sentence(n)) for n in numbers]
