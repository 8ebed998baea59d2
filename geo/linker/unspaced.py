"""Names in scripts written without spaces: Chinese, Japanese, and Korean with its particles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geo.linker.tokens import has_unspaced

if TYPE_CHECKING:
    from geo.linker.lexicon import Name

_TRADITIONAL = (
    "亞佈來倉倫傑內凱別剋劍勞區參呂囌國園圖報奧孫宮寧對島峽庫廣彆彿後愛懞戶揚攝時會東極橋橫檯歐氣溫漢濛濱灣烏爾瓊甦甯畢盧矇穀"
    "約紅納紐紮紹組絲綢維繆織羅聖臺艦茲華萊葉蔘薩蘇蘭蝦衛裏裡親託諸諾貝費賓軍輕連運達遜鐵門開間閤隊韃韋韓頓領颱馬鬆魯鮮麥黃龐"
)
_SIMPLE = (
    "亚布来仓伦杰内凯别克剑劳区参吕苏国园图报奥孙宫宁对岛峡库广别佛后爱蒙户扬摄时会东极桥横台欧气温汉蒙滨湾乌尔琼苏宁毕卢蒙谷"
    "约红纳纽扎绍组丝绸维缪织罗圣台舰兹华莱叶参萨苏兰虾卫里里亲托诸诺贝费宾军轻连运达逊铁门开间合队鞑韦韩顿领台马松鲁鲜麦黄庞"
)
_TO_SIMPLE = str.maketrans(_TRADITIONAL, _SIMPLE)
"""Traditional characters of the names to simple ones, so that each name is held once."""

_ORDER = ("route", "corridor")
_SEA, _DOT = "海", "·"
_NO_SEA_AFTER = "军岸警关员"
"""A navy, a coast and the like: "东海岸" is a coast in the east."""
_NO_LAND_AFTER = "军岸警关员域上外洋事运"
"""The same behind a land's name and "sea": "挪威海军" is Norway's navy, "挪威海域" its waters."""
_LANDS = frozenset({"挪威", "冰岛", "格陵兰", "日本", "菲律宾", "爱尔兰", "阿拉伯"})
_NO_SEA_BEFORE = {"东海": "山广远中", "南海": "越河云湖济西东海", "北海": "东西湖河"}
"""What ends in the first letter of the sea is a province or a direction: "广东海域"."""
_HANGUL = re.compile("[\uac00-\ud7af]")
_SIGNS = {
    "in-europe": (
        "欧洲|欧盟|挪威|英国|荷兰|丹麦|德国|比利时|苏格兰|波罗的海|大西洋|鹿特丹|汉堡|安特卫普|布伦特"
        "|歐洲|歐盟|英國|荷蘭|丹麥|德國|比利時|蘇格蘭|波羅的海|漢堡|安特衛普|布倫特"
    )
}
"""By ambiguity, what a text must contain for a name that another feature has too: "北海"."""


@dataclass(frozen=True)
class Unspaced:
    """The names to find, and the longer words in which they are not names (`silent`)."""

    names: "tuple[Name, ...]"
    silent: frozenset[str] = frozenset()

    @cached_property
    def by_text(self) -> "dict[str, list[Name]]":
        """The names by their text in simplified characters; those that need a cue first."""
        found: dict[str, list[Name]] = {}
        for name in sorted(self.names, key=_rank):
            found.setdefault(name.text.translate(_TO_SIMPLE), []).append(name)
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the names in simplified characters, the longest first."""
        texts = sorted({*self.by_text, *self.silent}, key=lambda text: (-len(text), text))
        return re.compile("|".join(map(_guarded, texts)) or r"(?!)")

    def find(
        self, block: str, mentions: Callable[[str], bool]
    ) -> "Iterator[tuple[int, int, Name]]":
        """Yield start, end and name of each mention in a block.

        The longest name wins. A name beside a middle dot is part of a person's. `mentions` says
        whether a pattern occurs anywhere in the text.
        """
        if not has_unspaced(block):
            return
        simple = block.translate(_TO_SIMPLE)
        for found in self.pattern.finditer(simple):
            start, end = found.span()
            is_person = _DOT in {simple[max(0, start - 1) : start], simple[end : end + 1]}
            if found.group() not in self.silent and not is_person:
                yield start, end, _choose(self.by_text[found.group()], mentions)


def _rank(name: "Name") -> tuple[bool, int]:
    order = _ORDER.index(name.kind) if name.kind in _ORDER else len(_ORDER)
    return _sign(name) is None, order


def _sign(name: "Name") -> str | None:
    return next((_SIGNS[ambiguity] for ambiguity in name.ambiguities if ambiguity in _SIGNS), None)


def _choose(names: "list[Name]", mentions: Callable[[str], bool]) -> "Name":
    """Return the first name whose cue is in the text or that needs none, else the last."""
    fitting = (name for name in names if (sign := _sign(name)) is None or mentions(sign))
    return next(fitting, names[-1])


def _guarded(text: str) -> str:
    """Return the pattern of a name with lookarounds for what may not be next to it.

    The lookbehind comes after the first letter, so that each alternative begins with a literal,
    which makes the search fast.
    """
    before = "\uac00-\ud7af" if _HANGUL.match(text) else _NO_SEA_BEFORE.get(text, "")
    lead = f"{text[0]}(?<![{before}]{text[0]})" if before else text[0]
    pattern = lead + re.escape(text[1:])
    if not text.endswith(_SEA):
        return pattern
    return f"{pattern}(?![{_NO_LAND_AFTER if text[:-1] in _LANDS else _NO_SEA_AFTER}])"
