"""How Chinese writes dates, in simplified and in traditional characters."""

from __future__ import annotations

from generator.timex.languages.table import (
    Language,
    edges,
    ideographs,
    said,
    told,
)
from generator.timex.meanings import Weekend
from generator.timex.phrases import Bound

_WEEKDAY = r"(?:\s?\((?:星期|周|週)?[一二三四五六日天]\)|(?:,|，)?\s?WEEKDAY)?"
_UNNUMBERED = r"(?<![一二三四五六七八九十百千数數几幾第每])"
_MARK = "(?=[，。、；,.晚早上下起至到的抵在前之以开開举舉]|$)"
"""What may follow "12号" where it is a day, and no line, house or paper."""

CHINESE = Language(
    data=("zh", "zh-Hant"),
    left=r"(?<!\d)",
    right="",
    year=r"(?:Y4|ERA(?P<era_year>元|\d{1,3}))年|YEAR_WORD",
    day_words=tuple(sorted(ideographs(31), key=len, reverse=True)),
    numbers=ideographs(99) | {"两": 2, "兩": 2},
    weekdays={
        f"{week}{day}": number
        for week in ("星期", "周", "週", "礼拜", "禮拜")
        for number, day in [*enumerate("一二三四五六日", 1), (7, "天")]
    },
    eras={"民国": 1912, "民國": 1912},
    refused=frozenset({"今日", "上", "上个", "上個", "本", "这", "這", "下", "下个",
                       "下個"}),
    units={"D": "天", "W": "周|週|[个個]?星期", "M": "[个個]月", "Y": "年"},
    portions={
        "START": "上旬|初(?![一二三四五六七八九十])",
        "MID": "中旬",
        "END": "下旬|底|末",
    },
    parts={
        "SP": "春(?:季|天)|春(?![节節晚运運秋])", "SU": "夏(?:季|天)?",
        "FA": "秋(?:季|天)?", "WI": "冬(?:季|天)|冬(?!奥|奧)",
        "Q1": "(?:第?[一1]|首)季度?", "Q2": "第?[二2]季度?", "Q3": "第?[三3]季度?",
        "Q4": "第?[四4]季度?", "H1": "上半年", "H2": "下半年",
    },
    phrases={
        **said("D", {-1: "昨日 | 昨晚", 0: "今日 | 今晚", 1: "明日 | 明晚"}),
        **said("W", {-1: "上周 | 上週 | 上星期 | 上个星期 | 上個星期 | 上个礼拜",
                     0: "本周 | 本週 | 这周 | 這週 | 这个星期 | 這個星期",
                     1: "下周 | 下週 | 下星期 | 下个星期 | 下個星期"}),
        **said("W", {-1: "上 | 上个 | 上個", 0: "本 | 这 | 這",
                     1: "下 | 下个 | 下個"}),  # before a weekday
        **said("M", {-1: "上月 | 上个月 | 上個月", 0: "本月 | 这个月 | 這個月",
                     1: "下月 | 下个月 | 下個月"}),
        **said("Y", {-2: "前年", -1: "去年", 0: "今年 | 本年", 1: "明年",
                     2: "后年 | 後年"}),
        **said("M", {-6: "半年前"}, mod="APPROX"),
        **told("D", {-1: "前一天 | 前一日",
                     0: "同日 | 当天 | 當天 | 当日 | 當日 | 同一天",
                     1: "次日 | 翌日 | 第二天 | 隔天"}),
        **told("M", {0: "同月 | 当月 | 當月", 1: "次月"}),
        **told("Y", {-1: "前一年", 0: "同年 | 当年 | 當年",
                     1: "次年 | 翌年 | 第二年"}),
        **said("WE", {-1: "上周末 | 上週末", 0: "本周末 | 本週末 | 这个周末 | 這個週末",
                      1: "下周末 | 下週末"}),
        **edges("Y", {"START": "年初", "END": "年底 | 年末"}),
        **edges("M", {"START": "月初", "END": "月底 | 月末"}),
        **dict.fromkeys(("周末", "週末"), Weekend()),
    },
    ago="前|以前|之前",
    later="后|後|以后|以後|之后|之後",
    about="约|約|大约|大約|近",
    vague="几|幾|数|數",
    rows=(
        # 2025年7月12日(星期六) / 去年7月9日 / 民國114年7月12日
        rf"(?:YEAR\s?)?MONTH\s?DAY[日号號]{_WEEKDAY}(?![间間])",
        # 7月11日至13日 / 7月11-13日 / 7月11日和13日 / 11日至13日
        r"(?P<left>(?:YEAR\s?)?MONTH\s?DAY[日号號]?)\s?(?:RANGE|EITHER|BOTH)\s?"
        r"(?P<right>TWO[日号號])(?![间間])",
        r"(?P<left>(?:MONTH_WORD)?(?=\d)DAY日?)\s?(?:[-~]|至|到)\s?(?P<right>TWO日)(?![间間])",
        # 2024年6月 / 3月上旬 / 7月底 / 8月份
        r"YEAR\s?MONTH份?(?:PORTION)?",
        rf"{_UNNUMBERED}(?P<it>MONTH份?(?:PORTION)?)(?!\s?\d|饼|餅)",
        r"(?P<left>(?:YEAR)?MONTH_FIGURE月?)\s?(?:[-–—~至]|到)\s?"
        r"(?P<right>MONTH份?)(?!\s?\d)",
        r"MONTH_WORD的?PORTION",
        # 本月29日 / 11日 / 12号
        r"MONTH_WORD\s?(?=\d)LONE_DAY[日号號](?![间間])",
        r"(?=\d)LONE_DAY日(?![间間本元线線报報均])",
        rf"(?=\d)LONE_DAY[号號]{_MARK}",
        # 2022年 / 2024年底 / 今年年底 / 1850年左右
        r"YEAR(?:PORTION)?(?![间間代度来來]|多?[后後前](?:[后後]))",
        r"(?P<left>ONE_YEAR年?)\s?(?:[-–—~至]|到)\s?(?P<right>Y4年)(?![间間代度])",
        r"YEAR_WORD年PORTION",
        r"Y4年(?P<about>左右|前后|前後)",
        # 2024年春季 / 去年夏天 / 2024年第三季度 / 下半年
        r"YEAR的?PART",
        r"(?=[上下]半年|第?[一二三四1-4]季度)PART",
        # 1990年代 / 20世纪90年代初 / 上世纪九十年代 / 19世纪末
        r"(?:(?P<century>\d\d|十[七八九]|二十)世[纪紀]|上个?世[纪紀])?"
        r"(?P<decade>\d{4}|\d0|[一二三四五六七八九]十)年代(?:PORTION)?",
        r"(?P<century>\d\d|十[五六七八九]|二十)世[纪紀](?:PORTION)?",
        # 上周五 / 下星期一 / 周五
        r"WEEK_WORD的?WEEKDAY",
        rf"{_UNNUMBERED}WEEKDAY(?![报報刊程均])",
        # 两年前 / 约5年前 / 几天前 / 3天后
        rf"{_UNNUMBERED}(?:ABOUT)?(?:N|VAGUE)UNIT多?AGO(?![后後往任总總])",
        rf"{_UNNUMBERED}(?:N|VAGUE)UNIT\s?LATER(?![半期任])",
        r"(?P<phrase>今日)(?![头頭])",
        "NUMERIC",
    ),
    lookalikes=(
        # once a week; every Friday; every month
        r"(?P<no>[一两兩]?[周週]一次|每(?:[周週]|[个個]?星期)[一二三四五六日天]"
        r"|每[年月]\d*[月日]?(?:\d+[日号號])?)",
        r"(?P<no>\d{4}年(?:财年|財年|度))",
    ),
    before={
        Bound.FROM: "自|从|從",
        Bound.UNTIL: "截至|截止|直到|直至|(?<![甚乃以])至",
        Bound.BY: "最迟|最遲|最晚",
    },
    after={
        Bound.FROM: "以来|以來|起(?![草诉訴飞飛火床跑降重义義源因步])"
        "|(?:开始|開始)(?=[,，。、;；])",
        Bound.BY: "以前|之前|前(?![总總首往线線景进進任后後来來半夕])",
        Bound.NOT_BEFORE: "以后|以後|之后|之後|后(?![来期续])|後(?![來期續])",
    },
    ranges="[-–—~]|至|到",
    either="或者?(?:在)?",
    both="和|与|與|及|、",
    closing="止|为止|為止|期间|期間|之间|之間",
    opening="自|从|從",
    future="将(?![军领])|將(?![軍領])|拟|擬|计划|計劃|预计|預計",
    past=r"了|已|曾|(?<![将將定拟擬划劃计計预預])[于於](?=\d)",
)  # fmt: skip
