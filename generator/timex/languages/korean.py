"""How Korean writes dates, with its particles behind them."""

from __future__ import annotations

from generator.timex.languages.table import Language, edges, numbered, said, told
from generator.timex.meanings import Anchor, Shifted, Weekend
from generator.timex.phrases import Bound

_SYLLABLES = range(0xAC00, 0xD7A4)
_PRESENT = "".join(chr(s) for s in _SYLLABLES if (s - 0xAC00) % 28 == 4)
"""Syllables that end in ㄴ, as verbs of the present do before 다: "열린다"."""

_PAST = "".join(
    chr(s) for s in _SYLLABLES if (s - 0xAC00) % 28 == 20 and chr(s) not in "있겠"
)
"""Syllables that end in ㅆ, as verbs of the past do before 다: "열렸다"."""

_POINT = r"(?!\s?(?:간|동안|째|만에|만의|치|짜리|정도|가량|내내|평균|이상|이하|전망))"
"""What follows a length: "3일간", "10일 만에"."""

_WEEKDAY = r"(?:\s?\([월화수목금토일](?:요일)?\)|\s?WEEKDAY)?"

KOREAN = Language(
    data=("ko",),
    right="",
    year=r"(?:주체\s?\d{2,3}\s?\()?Y4\)?년|YEAR_WORD",
    refused=frozenset({"화", "수", "목", "금", "토", "일", "월", "이날", "당일"}),
    which={"last": "지난", "this": "이번|올", "next": "오는|다가오는|다음"},
    units={"D": "일|날", "W": "주일|주간|주", "M": "개월|달", "Y": "년|해"},
    numbers=numbered("한 | 두 | 세/석 | 네/넉 | 다섯 | 여섯 | 일곱 | 여덟 | 아홉 | 열"),
    portions={
        "START": "초순|상순|초반|초",
        "MID": "중순|중반",
        "END": "하순|후반|말(?!했|하|씀)",
    },
    parts={
        "SP": "봄", "SU": "여름", "FA": "가을", "WI": "겨울",
        "Q1": r"1(?:/4)?\s?분기", "Q2": r"2(?:/4)?\s?분기",
        "Q3": r"3(?:/4)?\s?분기", "Q4": r"4(?:/4)?\s?분기",
        "H1": "상반기", "H2": "하반기",
    },
    phrases={
        **said("D", {-10: "열흘 전", -7: "이레 전", -5: "닷새 전", -4: "나흘 전",
                     -3: "사흘 전 | 그끄저께", -2: "이틀 전 | 그저께 | 그제",
                     -1: "하루 전 | 어젯밤 | 간밤", 2: "모레", 3: "글피"}),
        **said("W", {-2: "지지난주", -1: "지난주 | 지난 주 | 일주일 전",
                     0: "이번 주 | 이번주 | 금주",
                     1: "다음 주 | 다음주 | 내주"}),
        **said("M", {-2: "지지난달", -1: "지난달 | 지난 달",
                     0: "이달 | 이번 달 | 이번달", 1: "다음 달 | 다음달 | 내달"}),
        **said("Y", {-2: "재작년", -1: "작년 | 지난해 | 지난 해",
                     0: "올해 | 금년", 1: "내년", 2: "내후년"}),
        **told("D", {-1: "전날", 0: "이날 | 같은 날 | 당일 | 그날",
                     1: "다음 날 | 다음날 | 이튿날 | 익일 | 하루 뒤 | 하루 후",
                     2: "이틀 뒤 | 이틀 후", 3: "사흘 뒤 | 사흘 후",
                     4: "나흘 뒤 | 나흘 후", 10: "열흘 뒤 | 열흘 후"}),
        **told("W", {1: "일주일 뒤 | 일주일 후"}),
        **told("Y", {-1: "전년", 0: "같은 해 | 그해 | 그 해",
                     1: "이듬해 | 다음 해 | 다음해"}),
        **said("WE", {-1: "지난 주말", 0: "이번 주말", 1: "다음 주말"}),
        "주말": Weekend(),
        **edges("Y", {"START": "연초", "END": "연말"}),
        **edges("M", {"START": "월초", "END": "월말"}),
        "며칠 전": Shifted("D", None, Anchor.PUBLICATION, direction=-1),
    },
    ago="전",
    later="후|뒤",
    about="약|대략|거의",
    vague="수|몇",
    rows=(
        # 2025년 7월 12일(토) / 지난해 7월 9일 / 지난 7월 9일
        rf"WHICH\s(?P<it>MONTH\s?DAY일{_WEEKDAY}){_POINT}",
        rf"(?:YEAR\s?)?MONTH\s?DAY일{_WEEKDAY}{_POINT}",
        # 7월 11∼13일 / 7월 11일부터 13일까지 / 11∼13일
        rf"(?P<left>(?:YEAR\s?)?MONTH\s?DAY일?)\s?(?:RANGE|EITHER|BOTH)\s?"
        rf"(?P<right>TWO일){_POINT}",
        rf"(?:WHICH\s|MONTH_WORD\s?)?(?P<left>DAY)\s?(?:[-–—~∼]|·)\s?"
        rf"(?P<right>TWO일){_POINT}",
        rf"(?:WHICH\s|MONTH_WORD\s?)?(?P<left>DAY일)\s?(?:부터|과|·)\s?"
        rf"(?P<right>TWO일){_POINT}",
        # 2024년 6월 / 3월 말 / 8월
        r"YEAR\s?MONTH(?:\s?PORTION)?",
        r"(?P<it>MONTH(?:\s?PORTION)?)(?!\s?\d)",
        r"(?P<left>(?:YEAR\s?)?MONTH_FIGURE월?)\s?(?:[-–—~∼]|부터)\s?"
        r"(?P<right>MONTH)(?!\s?\d)",
        r"MONTH_WORD\s?PORTION",
        # 이달 11일 / 지난 11일 / 11일
        rf"MONTH_WORD\s?LONE_DAY일{_POINT}",
        rf"WHICH\s(?P<it>LONE_DAY일){_POINT}",
        rf"LONE_DAY일{_POINT}",
        # 2022년 / 2024년 초 / 올해 말 / 1850년경
        r"YEAR(?:\s?PORTION)?(?!\s?(?:간|동안|전|후|뒤|째|만에|차|생|대))",
        r"Y4년\s?(?P<about>경|무렵|쯤)",
        r"(?P<left>ONE_YEAR년?)\s?(?:[-–—~∼])\s?(?P<right>Y4년)",
        # 2024년 봄 / 지난여름 / 2024년 3분기 / 하반기
        r"YEAR\s?PART",
        r"WHICH\s?PART",
        r"(?=\S\s?분기|\S/4분기|상반기|하반기)PART",
        # 1990년대 / 90년대 초 / 19세기
        r"(?P<decade>\d{4}|\d0)년대(?:\s?PORTION)?",
        r"(?P<century>\d\d)세기(?:\s?PORTION)?",
        # 지난주 금요일 / 지난 금요일 / 금요일
        r"WEEK_WORD\s?WEEKDAY",
        r"(?:WHICH\s?)?WEEKDAY",
        # 2년 전 / 약 3개월 전 / 몇 년 전 / 3일 뒤
        r"(?:ABOUT\s?)?(?:N|VAGUE)\s?UNIT\s?AGO"
        r"(?![가-힣]|\s?(?:대통령|총리|장관))",
        r"(?:ABOUT\s?)?(?:N|VAGUE)\s?UNIT\s?AGO(?=에|의|부터|보다|과|쯤|까지)",
        r"(?:N|VAGUE)\s?UNIT\s?LATER(?![가-힣])",
        r"(?:N|VAGUE)\s?UNIT\s?LATER(?=에|인|부터)",
        r"(?P<phrase>이날)(?!치)",
        r"(?P<phrase>당일)(?!치기)",
        "NUMERIC",
        r"(?P<numeric>20\d\d\.\s?\d{1,2}\.\s?\d{1,2})\.?",
    ),
    lookalikes=(
        # nowadays; every Wednesday; a day trip
        r"(?P<no>오늘날|매주\s?\S요일|매월\s?\d+일|매달\s?\d+일|매년\s?\d+월(?:\s?\d+일)?)",
        r"(?P<no>(?:제\s?)?\d+일\s?(?:간|동안|째|만에|정도)|\d+일장)",
    ),
    after={
        Bound.FROM: "부터|이후|이래",
        Bound.BY: "이전|전까지",
        Bound.UNTIL: "까지",
    },
    ranges=r"[-–—~∼]|부터|에서",
    either="이나|나|또는|혹은",
    both="과|와|및|·",
    closing="까지|사이",
    future=rf"예정\w*|계획\w*|방침\w*|전망\w*|\w*[{_PRESENT}]다(?=[.\s\"”고며])"
    r"|오는(?=\s\d+월(?!\s?\d))",
    past=rf"\w*[{_PAST}]다(?=[.\s\"”고며])|지난(?=\s\d+월(?!\s?\d))",
)  # fmt: skip
