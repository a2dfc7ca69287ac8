"""The period of a report: an ISO 8601 week or a calendar month, and the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.i18n import Text

WEEKDAYS = (
    Text("Thứ Hai", "Monday"),
    Text("Thứ Ba", "Tuesday"),
    Text("Thứ Tư", "Wednesday"),
    Text("Thứ Năm", "Thursday"),
    Text("Thứ Sáu", "Friday"),
    Text("Thứ Bảy", "Saturday"),
    Text("Chủ nhật", "Sunday"),
)
MONTHS = (
    Text("tháng 1", "January"),
    Text("tháng 2", "February"),
    Text("tháng 3", "March"),
    Text("tháng 4", "April"),
    Text("tháng 5", "May"),
    Text("tháng 6", "June"),
    Text("tháng 7", "July"),
    Text("tháng 8", "August"),
    Text("tháng 9", "September"),
    Text("tháng 10", "October"),
    Text("tháng 11", "November"),
    Text("tháng 12", "December"),
)
_WEEK = re.compile(r"(20[0-9]{2})-W([0-9]{2})")
_MONTH = re.compile(r"(20[0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From `first` to `last`, both included."""

    key: str
    first: date
    last: date
    title: Text
    is_week: bool

    @property
    def before(self) -> Period:
        """The week or month before."""
        return week_of(self.first - timedelta(days=1)) if self.is_week else month_of(self.first - timedelta(days=1))

    @property
    def days(self) -> tuple[date, ...]:
        """First and last day included."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def day_of(day: date) -> Period:
    """One day, for the day sheet; the period before it is the month before."""
    title = Text("ngày {day:%d/%m/%Y}", "{day:%d/%m/%Y}").filled(day=day)
    return Period(key=day.isoformat(), first=day, last=day, title=title, is_week=False)


def week_of(day: date) -> Period:
    """The week a day is in, Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    title = Text("tuần {week} năm {year}", "week {week} of {year}").filled(week=week, year=year)
    return Period(key=f"{year}-W{week:02}", first=first, last=first + timedelta(days=6), title=title, is_week=True)


def month_of(day: date) -> Period:
    """The month a day is in."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    title = Text("{month} năm {year}", "{month} {year}").filled(month=MONTHS[day.month - 1], year=day.year)
    return Period(key=f"{day:%Y-%m}", first=first, last=last, title=title, is_week=False)


def read_week(text: str) -> Period:
    """An ISO week as `2026-W47`. Raises `ValueError` for anything else."""
    if not (found := _WEEK.fullmatch(text)):
        raise ValueError("expected a week like 2026-W47")
    return week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))


def read_month(text: str) -> Period:
    """A month of the calendar as `2026-11`. Raises `ValueError` for anything else."""
    if not (found := _MONTH.fullmatch(text)):
        raise ValueError("expected a month like 2026-11")
    return month_of(date(int(found[1]), int(found[2]), 1))
