"""A list of made-up people as offices keep them, and the cards of those people, with differences planted between.

Everything follows from one seed. What a careful officer would let pass (no marks, another order of the words, a bare
year, the number of before, a commune under its old name) is written into the list too, and is no difference.
"""

from __future__ import annotations

import io
import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from kiosk import paths
from kiosk.forms.places import Places, read_places
from kiosk.i18n import fold
from kiosk.officer.roster.matching import Difference, Sought

FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Tô Cao Lương Thái Hà "
    "Kha Vi"
).split()
MIDDLE_MALE = "Văn Hữu Đức Quang Minh Xuân Công Thanh Bá Đình Trọng Viết Duy Anh".split()
MIDDLE_FEMALE = "Thị Thị Thị Ngọc Thu Thanh Hồng Kim Bích Phương Mỹ Hoài Diệu".split()
GIVEN_MALE = (
    "An Bình Cường Dũng Đạt Giang Hải Hiếu Hùng Khánh Kiên Lâm Long Minh Nam Nghĩa Phong Phúc Quân Sơn Tài Thắng "
    "Thịnh Tiến Toàn Trung Tuấn Vinh Việt Vũ Hòa Thủy"
).split()
GIVEN_FEMALE = (
    "An Anh Bích Chi Dung Giang Hà Hạnh Hằng Hiền Hoa Hòa Hồng Huệ Hương Lan Liên Linh Loan Mai Nga Ngân Nhung Oanh "
    "Phương Quỳnh Thảo Thu Thủy Trang Tuyết Vân Xuân Yến"
).split()
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Số CMND", "Nơi thường trú", "Ghi chú")
PROVINCE = "Nghệ An"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One card, the row of its person (from 0 among the people; none where left out), and what differs."""

    card: Sought
    row: int | None
    differs: Difference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpList:
    """The rows as they are written, headings first, and every card."""

    rows: Sequence[Sequence[Any]]
    cards: Sequence[Planted]

    @property
    def planted(self) -> int:
        """Cards with a difference, left out ones too."""
        return sum(each.differs is not None or each.row is None for each in self.cards)


def made_up_list(people: int, planted: int, *, seed: int = 21) -> MadeUpList:
    """`people` rows; `planted` cards differ from theirs, a fifth of them are not on the list at all."""
    maker = _Maker(random.Random(seed))
    cards = [maker.person() for _ in range(people)]
    chosen = set(maker.chance.sample(range(people), planted * 4 // 5))
    rows: list[Sequence[Any]] = [HEADINGS]
    found: list[Planted] = []
    for place, card in enumerate(cards):
        listed, field = maker.altered(card) if place in chosen else (card, None)
        rows.append(maker.row(place + 1, listed, only_number=field))
        found.append(Planted(card=card, row=place, differs=field))
    absent = [Planted(card=maker.person(), row=None, differs=None) for _ in range(planted - len(chosen))]
    return MadeUpList(rows=rows, cards=[*found, *absent])


def workbook(rows: Sequence[Sequence[Any]]) -> bytes:
    """The same as xlsx."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Danh sách")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, cell, day)
            elif cell is not None:
                sheet.write(number, place, cell)
    book.close()
    return made.getvalue()


def places() -> Places:
    """Those of the shipped content."""
    return read_places(paths.assets() / "content" / "places")


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        known = places()
        province = known.province(PROVINCE)
        assert province is not None
        self._communes = [commune.full_name for commune in known.communes(province)]
        former = known.of(province.code).listed.former
        self._former = {
            unit.became[0].full_name: f"{unit.name}, {unit.district}"
            for unit in former
            if unit.confirmed and len(unit.became) == 1
        }
        self._numbers: set[str] = set()

    def person(self) -> Sought:
        """A card: names, a day, a number that tells century and sex, half of them with a number of before."""
        pick = self.chance.choice
        female = self.chance.random() < 0.5
        name = " ".join(
            (
                pick(FAMILY),
                pick(MIDDLE_FEMALE if female else MIDDLE_MALE),
                pick(GIVEN_FEMALE if female else GIVEN_MALE),
            )
        )
        born = date(1935, 1, 1) + timedelta(days=self.chance.randrange(30_000))
        address = f"Xóm {self.chance.randint(1, 14)}, {pick(self._communes)}, Tỉnh {PROVINCE}"
        return Sought(
            name=name,
            birth=f"{born:%d/%m/%Y}",
            number=self._number(born, female=female),
            old_number=f"18{self.chance.randrange(10**7):07d}" if self.chance.random() < 0.5 else "",
            address=address,
        )

    def _number(self, born: date, *, female: bool) -> str:
        while True:
            century = 2 * (born.year // 100 - 19) + female
            number = f"040{century}{born:%y}{self.chance.randrange(10**6):06d}"
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def altered(self, card: Sought) -> tuple[Sought, Difference]:
        """The row's person with one thing that is not the card's."""
        field = self.chance.choice(tuple(Difference))
        match field:
            case Difference.NAME:
                return replace(card, name=self._slip(card.name)), field
            case Difference.BIRTH:
                day, month, year = card.birth.split("/")
                other = (
                    f"{int(day) % 28 + 1:02d}/{month}/{year}"
                    if self.chance.random() < 0.6
                    else (f"{day if int(day) < 29 else '01'}/{month}/{int(year) + self.chance.choice((-1, 1, 10))}")
                )
                return replace(card, birth=other), field
            case Difference.NUMBER:
                place = self.chance.randrange(6, 12)
                digit = (int(card.number[place]) + self.chance.randrange(1, 10)) % 10
                number = f"{card.number[:place]}{digit}{card.number[place + 1 :]}"
                return (replace(card, number=number), field) if number not in self._numbers else self.altered(card)
            case Difference.ADDRESS:
                there = card.address.split(", ")[1]
                other = self.chance.choice([commune for commune in self._communes if commune != there])
                return replace(card, address=f"Xóm 2, {other}, Tỉnh {PROVINCE}"), field

    def _slip(self, name: str) -> str:
        """Another given name's mark or letter, as a hand slips."""
        words = name.split()
        tones = ("", "̀", "́", "̉", "̃", "̣")
        letters = list(unicodedata.normalize("NFD", words[-1]))
        bare = [letter for letter in letters if letter not in tones[1:]]
        vowels = [at for at, letter in enumerate(bare) if fold(letter) in "aeiouy"]
        if self.chance.random() < 0.6 and vowels:
            now = next((letter for letter in letters if letter in tones[1:]), "")
            bare.insert(vowels[0] + 1, self.chance.choice([tone for tone in tones if tone != now]))
            changed = unicodedata.normalize("NFC", "".join(bare))
        else:
            changed = words[-1] + ("h" if not words[-1].endswith("h") else "n")
        changed_name = " ".join([*words[:-1], changed])
        return changed_name if fold(changed_name) != fold(name) or changed_name != name else f"{name} B"

    def row(self, place: int, person: Sought, *, only_number: Difference | None) -> Sequence[Any]:
        """As a list writes it; a planted field is written so that it can be seen."""
        name, number, old = person.name, person.number, ""
        if only_number is not Difference.NAME:
            name = self._written(name)
        if only_number is not Difference.NUMBER and person.old_number and self.chance.random() < 0.25:
            number, old = "", person.old_number
        birth = self._birth(person.birth, whole=only_number is Difference.BIRTH)
        address = person.address if only_number is Difference.ADDRESS else self._address(person.address)
        told = int(number) if number and self.chance.random() < 0.3 else number
        return (place, name, birth, "", told, old, address, None)

    def _written(self, name: str) -> str:
        ways: tuple[Callable[[str], str], ...] = (
            lambda text: text, lambda text: text, lambda text: text, str.upper, fold,
            lambda text: unicodedata.normalize("NFD", text),
            lambda text: " ".join((text.split()[-1], *text.split()[:-1])),
            lambda text: text.replace("Hòa", "Hoà").replace("Thủy", "Thuỷ"),
        )  # fmt: skip
        return self.chance.choice(ways)(name)

    def _birth(self, birth: str, *, whole: bool) -> object:
        day, month, year = (int(part) for part in birth.split("/"))
        ways: tuple[object, ...] = (
            birth,
            birth,
            date(year, month, day),
            f"{day}/{month}/{year}",
            f"{year}-{month:02d}-{day:02d}",
        )
        return self.chance.choice(ways if whole else (*ways, year, str(year)))

    def _address(self, address: str) -> str:
        hamlet, commune, province = address.split(", ")
        former = self._former.get(commune)
        if former and self.chance.random() < 0.3:
            return f"{hamlet}, {former}, {PROVINCE}"
        return self.chance.choice((address, f"{hamlet}, {commune}", f"{hamlet} - {commune} - {province}", commune))


def write_list(folder: Path, people: int, planted: int) -> tuple[Path, MadeUpList]:
    """The xlsx of such a list in this folder."""
    made = made_up_list(people, planted)
    file = folder / "danh-sach.xlsx"
    file.write_bytes(workbook(made.rows))
    return file, made
