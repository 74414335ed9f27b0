"""Our code for templates prints what Jinja's own does, and fails where that fails."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import harbour_timeline as harbour
import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.environment import environment
from generator.pages.languages import words_of


class Sign(StrEnum):
    LESS = "<"


@dataclass(frozen=True, slots=True)
class Bridge:
    name: str

    def crossed(self, times: int = 1, by: str = "foot") -> str:
        return f"{self.name} {times} {by}"


class Marked:
    def __html__(self) -> str:
        return "<b>"

    def __call__(self, *args: object) -> str:
        return f"<{args}>"


@jinja2.pass_context
def asks_for_context(context: jinja2.runtime.Context, name: str) -> str:
    return f"{name}={context.get(name)}"


GIVEN: dict[str, Any] = {
    "bridge": Bridge("<Harbour>"),
    "sign": Sign.LESS,
    "marked": Marked(),
    "markup": Markup("<i>"),
    "number": 5,
    "long": "<&>" * 100,
    "lookup": {Sign.LESS: "less", "items": "an item"},
    "several": ["a", "<b>", "c"],
    "asks": asks_for_context,
    "kind": str,
}

MACRO = (
    "{% macro row(label, value='none', *more) %}{{ label }}:{{ value }}{% endmacro %}"
)
PLAIN = "{% macro row(label, value='<none>') %}{{ label }}:{{ value }}{% endmacro %}"
CALLED = "{% macro row(label) %}{{ label }}{{ caller(1) }}{% endmacro %}"

TEMPLATES = {
    "text": "{{ bridge.name }} {{ bridge.name }}",
    "long text": "{{ long }}",
    "markup": "{{ markup }}{{ marked }}",
    "an enum's word": "{{ sign }}",
    "numbers and none": "{{ number }} {{ none }} {{ 1.5 }} {{ [markup] }}",
    "a name that is not given": "{{ missing }}",
    "an attribute that is not there": "{{ bridge.length }}",
    "a condition without else": "{{ 'x' if number == 6 }}",
    "a condition with markup": "{{ markup if number else '<' }}",
    "an item by its name": "{{ lookup['<'] }} {{ lookup.items() | length }}",
    "a method": "{{ bridge.crossed() }} {{ bridge.crossed(2, by='<b>') }}",
    "a method with unpacked values": "{{ bridge.crossed(*[2], **{'by': 'x'}) }}",
    "a method named by a keyword": "{{ bridge.crossed(class=1) }}",
    "a method with too many values": "{{ bridge.crossed(1, 2, 3) }}",
    "a function of the context": "{{ asks('number') }}",
    "the same in a loop": "{% for x in several %}{{ asks('x') }}{% endfor %}",
    "a type": "{{ kind(number) }}",
    "an object that can be called": "{{ marked(1) }}",
    "what cannot be called": "{{ number(1) }}",
    "a call of what is not given": "{{ missing(1) }}",
    "a macro": PLAIN + "{{ row('<', '&') }} {{ row('a') }} {{ row(value=1, label=2) }}",
    "a macro's text in another": PLAIN + "{{ row(row('<')) ~ '<' }}",
    "a macro without its value": PLAIN + "{{ row() }}",
    "a macro with too many values": PLAIN + "{{ row(1, 2, 3) }}",
    "a macro with a strange value": PLAIN + "{{ row(1, height=3) }}",
    "a macro of any number": MACRO + "{{ row(1, 2, 3, '<') }}",
    "a macro around a block": CALLED + "{% call(n) row('<') %}{{ n }}<{% endcall %}",
    "a macro that lacks its block": CALLED + "{{ row('<') }}",
    "a filter of a macro": PLAIN
    + "{{ row('<') | upper }}{{ several | join(row('<')) }}",
    "words that are kept": "{% set x %}{{ sign }}{% endset %}{{ x }}{{ x ~ '<' }}",
    "a block": "{% block one %}{{ bridge.name }}{{ asks('number') }}{% endblock %}",
    "a loop": "{% for x in several %}{{ x }}{{ loop.index }}{% endfor %}",
    "a loop in itself": (
        "{% for x in [[1], [2]] recursive %}"
        "{{ loop(x) if x is iterable else x }}{% endfor %}"
    ),
    "a part that is not escaped": "{% autoescape false %}{{ sign }}{% endautoescape %}",
    "a macro in a part that is not escaped": (
        PLAIN + "{% autoescape false %}{{ row('<') ~ '<' }}{% endautoescape %}"
    ),
}


def said(made: jinja2.Environment, template: str, given: dict[str, Any]) -> str:
    """The text of *template*, or what kind of mistake it has."""
    try:
        return made.from_string(template).render(given)
    except (jinja2.TemplateError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


JINJA = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
OURS = environment((), words_of("en", {}))


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_says_what_jinja_makes_of_it(template: str) -> None:
    expected = said(JINJA, template, GIVEN)
    assert said(OURS, template, GIVEN) == expected.replace(
        "jinja2.runtime.Macro", "generator.pages.quick_code.QuickMacro"
    )


@given(st.text() | st.text(min_size=200) | st.integers() | st.none() | st.booleans())
def test_any_value_is_printed_as_jinja_prints_it(value: object) -> None:
    template = "{{ value }}{% set kept %}{{ value }}{% endset %}{{ kept }}"
    assert said(OURS, template, {"value": value}) == said(
        JINJA, template, {"value": value}
    )


def test_markup_and_text_of_the_same_letters_stay_apart() -> None:
    template = "{{ a }}{{ b }}{{ a }}"
    assert said(OURS, template, {"a": "<b>", "b": Markup("<b>")}) == (
        "&lt;b&gt;<b>&lt;b&gt;"
    )


def test_what_a_macro_is_asked_for_once_is_made_once_for_the_same_values() -> None:
    template = (
        "{% macro row(x) %}{{ count() }}{{ x }}{% endmacro %}"
        "{{ row(1) }} {{ row(1) }}{% set row = row.once %}"
        " {{ row(1) }} {{ row(1) }} {{ row('<') }} {{ row('<') }}"
        " {{ row('<' | safe) }} {{ row(true) }}"
    )
    made = said(OURS, template, {"count": itertools.count().__next__})
    assert made == "01 11 21 21 3&lt; 3&lt; 4< 5True"


def test_a_shared_masthead_says_where_each_page_is() -> None:
    """The entry of the main navigation that a page belongs to says so, and whether it
    leads to that very page."""
    files = harbour.site(harbour.timeline())

    def marked(path: str) -> list[tuple[str, str]]:
        page = files[path].decode()
        return re.findall('data-go="([a-z/])" aria-current="(page|true)"', page)

    assert marked("sources/index.html") == [("s", "page")]
    assert marked("sources/post/index.html") == [("s", "true")]
    assert marked("entities/mayor/index.html") == [("n", "true")]
    assert marked("entities/index.html") == [("n", "page")]
    assert marked("keyboard/index.html") == []
