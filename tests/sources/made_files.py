"""Small files of the formats that seeds come in."""

from __future__ import annotations

from collections.abc import Iterable

ARTICLE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Harbour bridge reopens | Port Gazette</title>{head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>Harbour bridge reopens after two years</h1>{line}
<p>The harbour bridge reopened to traffic on <b>Wednesday</b> after two years of
repairs, the city council said. Thousands of residents walked across it.</p>
<p>The bridge closed in March 2022 when engineers found cracks in two of its piers.
The council approved the repairs in May 2022, and work began a month later.</p>
<p>A second bridge is planned for 2027. The council will vote on it next month.</p>
</article><aside><ul><li><a href="/x">Ferry sinks on 3 May 2023</a></li></ul></aside>
</main><footer>© 2026 Port Gazette. All rights reserved.</footer></body></html>
"""


def page(head: str = "", line: str = "") -> bytes:
    """A news page with *head* in its head and *line* below its headline."""
    return ARTICLE.format(head=head, line=line).encode()


def meta(**fields: str) -> str:
    """Elements for a page's head; "__" in a name stands for ":"."""
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in fields.items()
    )


MESSAGE = """\
From: Port Authority <press@port.example>
To: desk@gazette.example
Subject: =?utf-8?q?Bridge_=E2=80=93_reopens?=
Date: Thu, 20 Jun 2024 00:30:00 +0900
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: {kind}; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

{body}
--part
Content-Type: application/pdf
Content-Disposition: attachment; filename="agenda.pdf"

%PDF
--part--
"""


def message(body: str, kind: str = "text/plain") -> bytes:
    """An e-mail with *body*, written in quoted-printable, and an attachment."""
    return MESSAGE.format(body=body, kind=kind).encode()


def pdf(pages: Iterable[Iterable[str]]) -> bytes:
    """A PDF whose pages hold these lines (ASCII), one below the other."""
    streams = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        streams.append(f"BT /F 11 Tf 14 TL 50 780 Td {shown} ET")
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, stream in enumerate(streams):
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 840]/Resources"
            f"<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        ]
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\n"
        f"startxref\n{len(written)}\n%%EOF\n"
    )
    return written + end.encode("ascii")
