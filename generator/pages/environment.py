"""Templates made ready to be filled in, with the words of one language set into them.

A label that takes no value is part of its template from then on: it costs a page no
more than its letters do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from types import TracebackType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from generator.model.edtf import Edtf, Form, Precision
from generator.pages.chronology import sure_days
from generator.pages.compiled import Compiled
from generator.pages.prose import markdown, safe_url
from generator.pages.quick_code import QuickCode, QuickMacro, callee, printed
from generator.pages.reach import reach
from generator.pages.words import Words
from generator.problems import DatelineError

SHIPPED = "templates/"


_DATES = 16_384
"""So many dates are remembered, since many pages say the same."""


_NUMBERS = 4096
"""Thousands of pages count the same few things."""


class TemplateFailedError(DatelineError):
    """A template cannot be used: its place, and what Jinja says of it."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"{place}: {reason.rstrip('.')}. "
            "Correct the template, or delete it to use the one that is built in."
        )


@lru_cache(maxsize=2)
def environment(
    templates: tuple[tuple[str, str], ...],
    words: Words,
    shipped: frozenset[str] = frozenset(),
) -> jinja2.Environment:
    """*templates*, by name and text, made ready; *shipped* are the names of those that
    come with this program. Made once: it takes longer than most pages do."""
    by_name = dict(templates)

    def load(name: str) -> tuple[str, str, None] | None:
        text = by_name.get(name)
        return None if text is None else (text, SHIPPED + name, None)

    made = _Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        optimized=False,  # what words are constant, `_Labels` has seen to
        bytecode_cache=Compiled(words, shipped, __file__),
        extensions=["jinja2.ext.i18n"],
    )
    made.say(words)
    made.filters |= {
        "in_words": words.date,
        "bound_in_words": words.bound,
        "html_datetime": html_datetime,
        "markdown": markdown,
        "number": lru_cache(_NUMBERS, typed=True)(words.number),
        "percent": words.percent,
        "reach": reach,
        "safe_url": safe_url,
        "sure": sure_days,
        "wikidata_url": wikidata_url,
    }
    return made


def with_values(
    environment: jinja2.Environment, values: Mapping[str, Any]
) -> jinja2.Environment:
    """The templates of *environment*, each of which may use *values* wherever it is,
    even in macros that another template imports."""
    made = environment.overlay()
    made.globals = {**environment.globals, **values}
    return made


def filled(
    environment: jinja2.Environment, name: str, values: Mapping[str, Any]
) -> str:
    """The template *name* with *values* in it.

    Raises:
        TemplateFailedError: It is missing, wrong, or asks for what is not there.
    """
    try:
        return _rendered(environment.get_template(name), values)
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or SHIPPED + name}:{error.lineno}"
        raise TemplateFailedError(place, error.message or "it is not valid") from error
    except jinja2.TemplateNotFound as error:
        place = f"{SHIPPED}{error.name or name}"
        raise TemplateFailedError(place, "there is no such template") from error
    except jinja2.TemplateError as error:
        place = _place(error.__traceback__) or SHIPPED + name
        raise TemplateFailedError(place, error.message or "it failed") from error


def _rendered(template: jinja2.Template, values: Mapping[str, Any]) -> str:
    """*template* with *values* in it, and nothing kept of these.

    A macro of the template knows the context with the values, which knows the macro: a
    build, which collects no garbage, would keep those of all its pages.
    """
    environment, context = template.environment, template.new_context(dict(values))
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:
        environment.handle_exception()  # which finds the line of the template
    finally:
        context.vars.clear()


@lru_cache(_DATES)
def html_datetime(date: Edtf | None) -> str:
    """*date* as the attribute `datetime` of `<time>` may have it, else "".

    HTML knows years, months and days from year 1 on, and no uncertainty; what it
    cannot say is not said.
    """
    if date is None or date.form is not Form.DATE or date.uncertain or date.approximate:
        return ""
    (part,) = date.dates
    exact = (Precision.YEAR, Precision.MONTH, Precision.DAY)
    plain = "X" not in str(date) and part.precision in exact
    return str(date) if plain and int(part.year) > 0 else ""


def wikidata_url(entity: str) -> str:
    """Where Wikidata describes *entity* ("Q42"), "" if that is no id of its."""
    if re.fullmatch("Q[1-9][0-9]*", entity):
        return f"https://www.wikidata.org/wiki/{entity}"
    return ""


class _Environment(jinja2.Environment):
    """Templates whose words are those of one language."""

    code_generator_class = QuickCode
    callee = staticmethod(callee)
    printed = staticmethod(printed)
    Macro = QuickMacro

    newstyle_gettext = True
    """For the extension, when it reads `{% trans %}`: values go with the call."""

    def say(self, words: Words) -> None:
        """Sets the words of `_`, `gettext`, `ngettext` and `{% trans %}`."""

        number = words.number

        @lru_cache(_NUMBERS)
        def plainly_counted(num: int, one: str, many: str) -> Markup:
            found = _safe(words.counted(one, many, num), one)
            return _with_values(found, num=number(num))

        def counted(num: int, one: str, many: str, /, **values: object) -> Markup:
            if not values:
                return plainly_counted(num, one, many)
            found = _safe(words.counted(one, many, num), one)
            return _with_values(found, **{"num": number(num), **values})

        def gettext(message: str, **values: object) -> Markup:
            return _with_values(_safe(words.message(message), message), **values)

        def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
            return counted(num, one, many, **values)

        self.policies["ext.i18n.trimmed"] = True
        self.globals |= {"_": gettext, "gettext": gettext, "ngettext": ngettext}
        self.filters |= {"counted": counted, "with_values": _with_values}
        self._words = words

    def make_globals(
        self, d: MutableMapping[str, Any] | None
    ) -> MutableMapping[str, Any]:
        """Jinja's hook for what a template may use besides what it is given: one
        mapping, since every page copies it, and Jinja's own chain is slow to copy."""
        return {**self.globals, **d} if d else self.globals

    def _generate(self, source: nodes.Template, *rest: Any, **named: Any) -> str:
        """Jinja's hook between reading a template and making code of it."""
        return super()._generate(_Labels(self._words).visit(source), *rest, **named)


class _Labels(NodeTransformer):
    """Puts the words themselves where a template asks for a label without values, and
    asks a filter to fill in the values of others: a call costs several times that."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802, Jinja's name
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="_" | "gettext"),
                args=[nodes.Const(value=str(label))],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return self._label(node, _safe(self._words.message(label), label))
            case nodes.Call(
                node=nodes.Name(name="ngettext"),
                args=[one, many, number],
                dyn_args=None,
                dyn_kwargs=None,
            ):
                return _filter(number, "counted", [one, many], node)
        return node

    def _label(self, node: nodes.Call, label: str) -> nodes.Node:
        if node.kwargs or "%" in label:
            return _filter(nodes.Const(label), "with_values", [], node)
        # Without anything to escape, plain text costs less than markup does.
        plain = escape(label) == Markup(label)
        return nodes.Const(label if plain else Markup(label), lineno=node.lineno)


def _filter(
    value: nodes.Expr, name: str, args: list[nodes.Expr], node: nodes.Call
) -> nodes.Filter:
    """What *name* makes of *value*, with the named values of the call *node*."""
    return nodes.Filter(value, name, args, node.kwargs, None, None, lineno=node.lineno)


def _safe(message: str, english: str) -> str:
    """*message* as it may stand in a tag's attribute, too: a translator's quotation
    mark ends none. Where the *english* has tags, the words are markup."""
    return message if "<" in english else str(escape(message))


def _with_values(message: str, /, **values: object) -> Markup:
    """*message* with *values* in their places, escaped."""
    try:
        found = message % {name: printed(v) for name, v in values.items()}
        return str.__new__(Markup, found)  # Markup itself would look at it once more
    except (KeyError, TypeError, ValueError) as error:
        reason = f"“{message}” needs a value that it is not given: {error}"
        raise jinja2.TemplateRuntimeError(reason) from error


def _place(trace: TracebackType | None) -> str:
    """File and line of the innermost template in *trace*, "" if there is none."""
    place = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(SHIPPED):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
