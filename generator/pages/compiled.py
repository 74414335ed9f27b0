"""Touches the disk: the code of the templates that come with this program, kept where
Python keeps that of its modules, since to make it takes longer than most builds do.

It is believed as they are: whoever can write there can write the program. A project,
which may come from anybody, has no such place, and of its own templates none is kept.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from generator.pages import quick_code
from generator.pages.words import Words

_DIGEST = 16
"""Bytes."""


class Compiled(jinja2.BytecodeCache):
    """The code of templates with certain *words* in them: each is compiled once for the
    pages of all depths, and those that were *shipped* once for all builds. *maker* is
    the module that makes code of them."""

    def __init__(self, words: Words, shipped: Collection[str], maker: str) -> None:
        self._words = words
        self._shipped = shipped
        self._maker = maker
        self._code: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key not in self._code and bucket.key in self._shipped:
            with suppress(OSError, ValueError, EOFError, TypeError):
                data = self._place(bucket).read_bytes()
                told, code = data[:_DIGEST], data[_DIGEST:]
                if told == self._digest(bucket, code):
                    self._code[bucket.key] = marshal.loads(code)
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is None:
            return
        self._code[bucket.key] = bucket.code
        if bucket.key not in self._shipped or sys.dont_write_bytecode:
            return
        with suppress(OSError, ValueError):  # many programs lie where they cannot write
            place, code = self._place(bucket), marshal.dumps(bucket.code)
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_suffix(f".{os.getpid()}")
            beside.write_bytes(self._digest(bucket, code) + code)
            beside.replace(place)

    def _place(self, bucket: Bucket) -> Path:
        name = f"{bucket.key}.{self._words.language}".replace("/", "-")
        return Path(cache_from_source(str(Path(__file__).with_name(f"{name}.py"))))

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        """Of *code*, and of all that it is made of and by."""
        told = f"{self._made_by} {bucket.checksum}".encode()
        return blake2b(told + code, digest_size=_DIGEST).digest()

    @cached_property
    def _made_by(self) -> str:
        modules = (__file__, self._maker, str(quick_code.__file__))
        code = [Path(module).read_bytes() for module in modules]
        told = (MAGIC_NUMBER, jinja2.__version__, self._words.in_brief(), code)
        return repr(told)
