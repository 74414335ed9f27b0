"""Web pages, PDFs, e-mails and Markdown become texts that can be quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import message, meta, page, pdf

from generator.model.sources import BlockKind, CreationTime, Document
from generator.sources import document_of
from generator.sources.card import describe
from generator.sources.creation import creation_time
from generator.sources.decoding import UndecodableError
from generator.sources.pdf import body_lines, paragraphs
from generator.sources.taken import UnreadableError


def read(name: str, data: bytes) -> Document:
    return document_of("a", f"seeds/{name}", data)


def dated(document: Document) -> CreationTime:
    return creation_time(document, None)


class TestAWebPage:
    def test_gives_its_article_one_paragraph_a_line_without_its_frame(self) -> None:
        assert read("a.html", page()).text == (
            "Harbour bridge reopens after two years\n\n"
            "The harbour bridge reopened to traffic on Wednesday after two years of "
            "repairs, the city council said. Thousands of residents walked across it."
            "\n\n"
            "The bridge closed in March 2022 when engineers found cracks in two of its "
            "piers. The council approved the repairs in May 2022, and work began a "
            "month later.\n\n"
            "A second bridge is planned for 2027. The council will vote on it next "
            "month.\n"
        )

    def test_has_its_headline_even_where_the_article_is_beside_it(self) -> None:
        moved = page().replace(b"<h1>Harbour bridge reopens after two years</h1>", b"")
        moved = moved.replace(
            b"<title>Harbour bridge reopens |", b"<title>Bridge back |"
        )
        document = read("a.html", moved)
        first = document.blocks[0]
        assert first.kind is BlockKind.HEADLINE
        assert document.text[: first.end].startswith("Bridge back")

    def test_states_title_writers_address_site_and_language_on_its_card(self) -> None:
        head = meta(og__site_name="Port Gazette", og__title="Harbour bridge reopens")
        head += '<meta name="author" content="Ada Quill; Ben Stone">'
        head += '<link rel="canonical" href="https://gazette.example/harbour-bridge">'
        document = read("a.html", page(head))
        card = describe(document, dated(document))
        assert card.title == "Harbour bridge reopens"
        assert card.author == ("Ada Quill", "Ben Stone")
        assert card.url == "https://gazette.example/harbour-bridge"
        assert (card.container_title, card.language) == ("Port Gazette", "en")

    @pytest.mark.parametrize(
        ("head", "line", "day", "reason"),
        [
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", '
                '"datePublished": "2024-06-19T23:30:00+02:00", '
                '"dateModified": "2024-06-25"}</script>',
                "",
                "2024-06-19",
                "The page's datePublished gives “2024-06-19T23:30:00+02:00”.",
            ),
            (
                '<script type="application/ld+json">{"@graph": [{"itemListElement": '
                '[{"datePublished": "2020-01-01"}]}, {"@type": "NewsArticle", '
                '"datePublished": "2024-06-19"}]}</script>',
                "",
                "2024-06-19",
                "The page's datePublished gives “2024-06-19”.",
            ),
            (
                meta(
                    article__modified_time="2024-07-02",
                    article__published_time="2024-06-19T08:00:00+02:00",
                ),
                "<p>Updated June 25, 2024</p>",
                "2024-06-19",
                "The page's article:published_time gives “2024-06-19T08:00:00+02:00”.",
            ),
            (
                '<meta name="DC.date.issued" content="19 June 2024">',
                "",
                "2024-06-19",
                "The page's dc.date.issued gives “19 June 2024”.",
            ),
            (
                "",
                '<time datetime="2024-06-19">19 June</time>',
                "2024-06-19",
                "The page gives “2024-06-19”.",
            ),
        ],
        ids=["json-ld", "not-of-others", "open-graph", "dublin-core", "only-shown"],
    )
    def test_says_when_it_was_published(
        self, head: str, line: str, day: str, reason: str
    ) -> None:
        created = dated(read("a.html", page(head, line)))
        assert (created.issued, created.reason) == (day, reason)

    def test_that_declares_a_day_in_utc_is_of_the_day_that_it_prints(self) -> None:
        head = meta(article__published_time="2024-06-18T22:30:00Z")
        text = page(head, "<p>Published June 19, 2024</p>")
        assert dated(read("a.html", text)).issued == "2024-06-19"
        local = text.replace(b"22:30:00Z", b"22:30:00-05:00")
        assert dated(read("a.html", local)).issued == "2024-06-18"

    def test_without_any_date_is_not_given_one(self) -> None:
        created = dated(read("a.html", page()))
        assert created.issued is None

    @pytest.mark.parametrize(
        ("charset", "encoding"),
        [
            ("windows-1251", "cp1251"),
            ("iso-8859-1", "cp1252"),
            ("utf-8", "utf-8"),
            ("windows-1252", "utf-8"),
        ],
        ids=["cyrillic", "latin-means-windows", "utf-8", "declared-wrongly"],
    )
    def test_is_decoded_as_it_declares(self, charset: str, encoding: str) -> None:
        word = "Мост" if encoding == "cp1251" else "Café – "
        html = page().decode().replace("utf-8", charset).replace("Thousands", word)
        assert word.strip() in read("a.html", html.encode(encoding)).text

    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a.htm"])
    def test_saved_under_another_ending_is_read_as_a_page(self, name: str) -> None:
        assert read(name, page()).text == read("a.html", page()).text

    def test_without_an_article_is_refused(self) -> None:
        with pytest.raises(UnreadableError, match="no article was found"):
            read("a.html", b"<html><body></body></html>")


class TestAPdf:
    def test_gives_its_lines_joined_to_paragraphs(self) -> None:
        data = pdf(
            [
                [
                    "Council report",
                    "The harbour bridge reopened to traffic on Wednesday after",
                    "two years of repairs, and the engineers were thanked.",
                    "In 1975 the lighthouse was moved.",
                ]
            ]
        )
        assert read("a.pdf", data).text == (
            "Council report\n\n"
            "The harbour bridge reopened to traffic on Wednesday after two years of "
            "repairs, and the engineers were thanked.\n\n"
            "In 1975 the lighthouse was moved.\n"
        )

    def test_loses_heads_feet_and_numbers_of_its_pages(self) -> None:
        facts = ["It was built in 1931.", "It is long.", "It was painted."]
        pages = [
            ["Port Review 12", fact, "A boat passed.", f"{n} of 3", "port.example"]
            for n, fact in enumerate(facts, 1)
        ]
        pages[2][2] = "Two boats passed."
        pages[1][2] = "No boat passed."
        assert body_lines(pages) == [
            *(facts[0], "A boat passed.", facts[1], "No boat passed."),
            *(facts[2], "Two boats passed."),
        ]

    @pytest.mark.parametrize(
        ("lines", "joined"),
        [
            (["the recon-", "struction"], ["the recon-struction"]),
            (["reconstruction of a recon-", "struction"], None),
            (["a well-", "known bridge"], ["a well-known bridge"]),
            (["It closed.", "It opened again after a rather long time."], None),
        ],
        ids=["unknown-word", "known-word", "own-hyphen", "short-line-ends"],
    )
    def test_joins_words_that_were_broken(
        self, lines: list[str], joined: list[str] | None
    ) -> None:
        if lines[0].startswith("reconstruction"):
            joined = ["reconstruction of a reconstruction"]
        assert paragraphs(lines) == (joined or lines)

    def test_of_pictures_only_is_refused_with_the_next_step(self) -> None:
        with pytest.raises(UnreadableError) as caught:
            read("a.pdf", pdf([[]]))
        assert caught.value.reason == (
            "the PDF holds no text, only pictures of its pages"
        )
        assert "ocrmypdf" in caught.value.hint

    def test_that_is_damaged_is_refused(self) -> None:
        with pytest.raises(UnreadableError, match="no PDF, or a damaged one"):
            read("a.pdf", b"%PDF-1.7 and nothing more")

    def test_is_known_by_its_first_bytes(self) -> None:
        data = pdf([["The bridge opened in 1931."]])
        assert read("a.txt", data).text == "The bridge opened in 1931.\n"


class TestAnEmail:
    def test_gives_its_text_below_its_subject(self) -> None:
        document = read("a.eml", message("The caf=E9 at the bridge re=\nopened."))
        assert document.text == "Bridge – reopens\n\nThe café at the bridge reopened.\n"

    def test_is_of_the_day_on_which_it_was_sent_there(self) -> None:
        document = read("a.eml", message("It opened yesterday."))
        created = dated(document)
        assert created.issued == "2024-06-20"
        assert created.reason == "The e-mail's header gives “2024-06-20”."
        card = describe(document, created)
        assert (card.title, card.author) == ("Bridge – reopens", ("Port Authority",))

    def test_with_html_alone_is_read_as_a_page(self) -> None:
        html = "<html><body><p>The harbour bridge reopened on Wednesday after two "
        html += "years of repairs, the council said.</p></body></html>"
        text = read("a.eml", message(html, "text/html")).text
        assert text.startswith("Bridge – reopens\n\nThe harbour bridge reopened on")

    def test_that_is_none_is_refused(self) -> None:
        with pytest.raises(UnreadableError, match="the file is no e-mail"):
            read("a.eml", b"The bridge opened in 1931.\n")


class TestMarkdown:
    @pytest.mark.parametrize(
        "header",
        [
            '---\ntitle: "Bridge back"\ndate: 2024-06-19  # Wednesday\nauthor:\n'
            "  - Ada Quill\n  - Ben Stone\n---\n",
            '+++\ntitle = "Bridge back"\ndate = 2024-06-19\n'
            'author = ["Ada Quill", "Ben Stone"]\n+++\n',
        ],
        ids=["yaml", "toml"],
    )
    def test_has_its_front_matter_as_metadata_and_in_no_body(self, header: str) -> None:
        text = f"{header}\nThe bridge reopened on Wednesday.\n"
        document = read("a.md", text.encode())
        assert document.text == text
        assert document.blocks[0].kind is BlockKind.BOILERPLATE
        assert document.blocks[0].end == len(header)
        created = dated(document)
        card = describe(document, created)
        assert created.issued == "2024-06-19"
        assert (card.title, card.author) == ("Bridge back", ("Ada Quill", "Ben Stone"))


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["a.html", "a.pdf", "a.eml"]),
    st.binary(max_size=300),
    st.sampled_from([b"", b"<html><body>", b"%PDF-1.4\n", b"Subject: a\n\n"]),
)
def test_whatever_a_file_holds_it_is_read_or_refused(
    name: str, data: bytes, opening: bytes
) -> None:
    try:
        document = read(name, opening + data)
    except (UnreadableError, UndecodableError):
        return
    assert document.text.isprintable() or "\n" in document.text or document.text == ""
