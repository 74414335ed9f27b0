"""Templates into Python code that does what Jinja's own does, in fewer steps.

A page prints some hundreds of values and calls some dozens of functions. Jinja wraps
each printed value into an object of its own and sorts out every call anew; that took
half of a page's time.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache, partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context, Macro, Undefined
from jinja2.utils import missing
from markupsafe import Markup, escape


class QuickCode(CodeGenerator):
    """Has values printed by `printed`, functions called through `callee`, and macros
    made as `QuickMacro`, which it expects to be attributes of the environment."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _escapes(frame) and finalize.src is None:
            self.write("printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(  # noqa: N802, Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        named = [argument.key for argument in node.kwargs]
        unpacked = node.dyn_args is not None or node.dyn_kwargs is not None
        strange = unpacked or any(map(keyword.iskeyword, named))
        if strange or not _escapes(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("callee(context, ")
        self.visit(node.node, frame)
        self.write(", _loop_vars" if frame.loop_frame else ", None")
        self.write(", _block_vars)(" if frame.block_frame else ", None)(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(  # noqa: N802, Jinja's name
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        # Each assigns its names after what is in it did, so that they are its own.
        self.write("(attribute if (attribute := getattr((owner := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr(owner, {node.attr!r}))")

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("callee, printed = environment.callee, environment.printed")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)


def _escapes(frame: Frame) -> bool:
    """Whether it is certain that what is printed in *frame* is escaped."""
    return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def printed(value: object) -> str:
    """*value* as it stands on a page: escaped unless it is markup."""
    kind = type(value)
    if kind is str:
        # Most texts have nothing to escape, and to see that is the least work.
        text: str = value  # type: ignore[assignment]
        has_sign = (
            "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
        )
        return escape(text) if has_sign else text
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is Undefined:  # of a condition without `else`
        return ""
    return escape(value)


_PLAIN = frozenset({FunctionType, BuiltinFunctionType, type(lru_cache(len))})


def callee(
    context: Context,
    function: Callable[..., Any],
    loop_vars: Mapping[str, Any] | None,
    block_vars: Mapping[str, Any] | None,
) -> Callable[..., Any]:
    """What a template may call for *function*: itself, unless it asks for the *context*
    or is of a kind that Jinja must look at."""
    kind = type(function)
    if kind is QuickMacro:
        return function.quick  # type: ignore[attr-defined, no-any-return]
    plain = function.__func__ if kind is MethodType else function  # type: ignore[attr-defined]
    if type(plain) in _PLAIN and not hasattr(plain, "jinja_pass_arg"):
        return function
    return partial(context.call, function, _loop_vars=loop_vars, _block_vars=block_vars)


_KEPT = 4096
"""So many texts of one macro are remembered."""


class QuickMacro(Macro):
    """A macro that hands on its arguments as they are where none needs sorting out."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._left_out = (missing,) * self._argument_count
        self._plain = not (self.catch_kwargs or self.catch_varargs or self.caller)

    @cached_property
    def once(self) -> Callable[..., str]:
        """The macro, made only once for the same values: for what many pages say."""
        return lru_cache(_KEPT, typed=True)(self.quick)

    def quick(self, *args: Any, **named: Any) -> str:
        """The macro's text as markup."""
        if named or not self._plain or len(args) > self._argument_count:
            return self(*args, **named)
        text = self._func(*args, *self._left_out[len(args) :])
        return str.__new__(Markup, text)
