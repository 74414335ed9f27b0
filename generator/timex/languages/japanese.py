"""How Japanese writes dates, without spaces."""

from __future__ import annotations

from generator.timex.languages.table import (
    Language,
    edges,
    ideographs,
    inflected,
    said,
    told,
)
from generator.timex.meanings import Anchor, Calendar, Shifted, Weekend
from generator.timex.phrases import Bound

_WEEKDAY = r"(?:\s?\([月火水木金土日](?:曜日?)?\))?"
_POINT = r"(?![間目本]|前後|当たり|あたり|平均)"
""" "3日間" is a length, "1日当たり" a rate."""

_UNNUMBERED = r"(?<![一二三四五六七八九十百千数第])"


def _seasons(count: int, names: str) -> dict[str, Calendar]:
    """Spring to winter of a year so many from publication, in one word each."""
    year = Shifted("Y", count, Anchor.PUBLICATION)
    parts = ("SP", "SU", "FA", "WI")
    return {
        n: Calendar(year, part=p) for n, p in zip(names.split(), parts, strict=True)
    }


JAPANESE = Language(
    data=("ja",),
    left=r"(?<!\d)",
    right="",
    year=r"(?:Y4|ERA(?P<era_year>元|\d{1,2}))年|YEAR_WORD",
    day_words=tuple(sorted(ideographs(31), key=len, reverse=True)),
    numbers=ideographs(99),
    weekdays=inflected("月|火|水|木|金|土|日", "曜日 曜"),
    eras={"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868},
    refused=frozenset({"今日"}),
    which={"next": "次の|今度の", "last": "この前の"},
    units={"D": "日", "W": "週間", "M": "[かカヶヵケ]月", "Y": "年"},
    portions={
        "START": "上旬|初旬|初め|はじめ|初頭|前半",
        "MID": "中旬|半ば|なかば|中頃",
        "END": "下旬|末|終わり|後半|暮れ",
    },
    parts={
        "SP": "春(?![闘場])", "SU": "夏(?!休)", "FA": "秋", "WI": "冬",
        "Q1": "第[1一]四半期", "Q2": "第[2二]四半期", "Q3": "第[3三]四半期",
        "Q4": "第[4四]四半期", "H1": "上半期|前半", "H2": "下半期|後半",
    },
    phrases={
        **said("D", {-2: "おととい", -1: "きのう | 昨夜 | 昨晩",
                     0: "きょう | 本日 | 今夜 | 今晩",
                     1: "あす | あした", 2: "あさって"}),
        **said("W", {-2: "先々週", -1: "先週", 0: "今週", 1: "来週", 2: "再来週"}),
        **said("M", {-2: "先々月", -1: "先月", 0: "今月", 1: "来月", 2: "再来月"}),
        **said("Y", {-2: "一昨年 | おととし", -1: "昨年 | 去年",
                     0: "今年 | ことし | 本年",
                     1: "来年", 2: "再来年"}),
        **told("D", {-1: "前日", 0: "同日 | 当日 | その日", 1: "翌日 | 次の日",
                     2: "翌々日"}),
        **told("W", {-1: "前週", 1: "翌週"}),
        **told("M", {-1: "前月", 0: "同月", 1: "翌月"}),
        **told("Y", {-1: "前年", 0: "同年", 1: "翌年"}),
        **_seasons(-1, "昨春 昨夏 昨秋 昨冬"),
        **_seasons(0, "今春 今夏 今秋 今冬"),
        **_seasons(1, "来春 来夏 来秋 来冬"),
        **said("WE", {-1: "先週末", 0: "今週末", 1: "来週末"}),
        **edges("Y", {"START": "年初 | 年始", "END": "年末"}),
        **edges("M", {"START": "月初", "END": "月末"}),
        "週末": Weekend(),
    },
    ago="前",
    later="後",
    about="約|およそ",
    vague="数",
    rows=(
        # 2025年7月12日(土) / 昨年7月9日 / 令和7年7月12日
        rf"(?:YEARの?\s?)?MONTH\s?DAY日{_WEEKDAY}{_POINT}",
        # 7月11日から13日まで / 7月11~13日 / 7月11日、13日
        rf"(?P<left>(?:YEARの?\s?)?MONTH\s?DAY日?{_WEEKDAY})\s?(?:RANGE|EITHER|BOTH)\s?"
        rf"(?P<right>TWO日{_WEEKDAY}){_POINT}",
        rf"(?P<left>DAY日?)\s?(?:~|から)\s?(?P<right>(?=\d)TWO日){_POINT}",
        # 2024年6月 / 3月上旬 / 8月
        r"YEARの?\s?MONTH(?:の?PORTION)?",
        rf"{_UNNUMBERED}(?P<it>MONTH(?:の?PORTION)?)(?!\s?\d|雨|人形)",
        r"(?P<left>(?:YEAR)?MONTH_FIGURE月?)\s?(?:[-–—~]|から)\s?"
        r"(?P<right>MONTH)(?!\s?\d)",
        r"MONTH_WORDの?PORTION",
        # 先月29日 / 11日
        rf"MONTH_WORDの?(?=\d)LONE_DAY日{_WEEKDAY}{_POINT}",
        rf"(?=\d)LONE_DAY日{_WEEKDAY}{_POINT}(?!\s?\d|に\d)",
        # 2024年春 / 昨年の夏 / 2024年第3四半期 / 2023年前半 / 下半期
        r"YEARの?PART",
        r"(?=第.四半期|[上下]半期)PART",
        # 2022年 / 2024年末 / 1850年ごろ; not: 2024年度
        r"YEAR(?:の?PORTION)?(?![間後代度生目]|前(?!半))",
        r"Y4年(?P<about>頃|ごろ|前後)",
        r"(?P<left>ONE_YEAR年?)\s?[-–—~]\s?(?P<right>Y4年)(?![間代度])",
        # 1990年代 / 90年代初頭 / 19世紀
        r"(?P<decade>\d{4}|\d0)年代(?:の?PORTION)?",
        r"(?P<century>\d\d)世紀(?:の?PORTION)?",
        # 先週の金曜日 / 次の金曜日 / 金曜
        r"WEEK_WORDの?WEEKDAY",
        r"(?:WHICH)?WEEKDAY(?<!曜)",
        r"(?:WHICH)?WEEKDAY(?<=曜)(?=[のにはもまでかとや、。()]|夜|朝|午|未明|早朝|深夜|$)",
        # 2年前 / 約5年前 / 数日前 / 3日後
        rf"{_UNNUMBERED}(?:ABOUT)?(?:N|VAGUE)UNIT(?:ほど|ぐらい)?AGO(?![後半倒])",
        rf"{_UNNUMBERED}(?:N|VAGUE)UNIT\s?LATER(?![半期任継方])",
        r"(?P<phrase>今日)(?!的)",
        "NUMERIC",
    ),
    lookalikes=(
        # every Wednesday, every month
        r"(?P<no>毎週.曜日?|毎月\d+日|毎年\d+月(?:\d+日)?)",
        r"(?P<no>\d+年度)",
    ),
    after={
        Bound.FROM: "から|以来|以降",
        Bound.BY: "までに|以前|より前",
        Bound.UNTIL: "まで",
    },
    ranges="[-–—~]|から|より",
    either="または|か|あるいは|もしくは",
    both="と|・|及び|および|、",
    closing="まで(?:の間)?|にかけて",
    future="予定|見通し|方針|見込み|"
    r"(?<![いあ])[るうくむすぶつ](?=[。」]|と(?:発表|表明|明らか|述べ|話|語|報|伝|し[たて]))",
    past="た(?=[。」]|と(?:発表|表明|明らか|述べ|話|語|報|伝|し[たて]))",
)  # fmt: skip
