"""The way through a form, computed from the answers: which pages, in which order, what is wrong, what comes next.

Conditions look only at earlier questions (`kiosk.forms.check` proves it), so one pass settles everything and the way
cannot loop. An answer that no longer applies stays in `answers` and is neither shown nor printed. A value read from
the card is used only where the question is about the card holder; what the person types for somebody else lies in a
slot of its own, so switching back and forth loses neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.forms import calendar_dates, date_relations, validation, values
from kiosk.forms.answers import Answer, Answers
from kiosk.forms.context import Context
from kiosk.forms.definition import Conditions, FormDefinition, Question, QuestionKind, Wording
from kiosk.forms.faults import AnswerFault, FaultCode
from kiosk.forms.shown import printed_value
from kiosk.forms.wording import render

_SOMEBODY_ELSE = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault and the question to go to."""

    question: Question
    fault: AnswerFault


def _only_doubts(found: tuple[AnswerFault, ...]) -> bool:
    return bool(found) and all(fault.doubt for fault in found)


@dataclass(frozen=True, slots=True)
class Journey:
    """One form on its way to being filled. A new one is made for every answer."""

    definition: FormDefinition
    answers: Answers
    context: Context
    _pages: Mapping[str, Question] = field(init=False, repr=False)
    _current: Mapping[str, Answer] = field(init=False, repr=False)
    _suggested: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        pages: dict[str, Question] = {}
        current: dict[str, Answer] = {}
        suggested: dict[str, str] = {}
        object.__setattr__(self, "_pages", MappingProxyType(pages))
        object.__setattr__(self, "_current", MappingProxyType(current))
        object.__setattr__(self, "_suggested", MappingProxyType(suggested))
        for question in self.definition.questions:
            if question.when and not self.holds(question.when):
                continue
            if settled := self._settled(question):
                current[question.key] = Answer(value=settled)
                continue
            pages[question.key] = question
            suggested[question.key] = self.compose(question.suggest) if question.suggest else ""
            answer = self.answers.get(self._slot(question))
            if answer is None or answer.is_blank:
                answer = Answer(value=suggested[question.key])
            if not answer.is_blank:
                current[question.key] = answer

    # ------------------------------------------------------------ the way
    @property
    def pages(self) -> tuple[Question, ...]:
        """The questions to ask, in order."""
        return tuple(self._pages.values())

    def first_open(self) -> Question | None:
        """The first page that still has a fault; None when all is answered."""
        return next((page for page in self.pages if self.faults(page.key)), None)

    def next_after(self, key: str) -> Question | None:
        """The page after this one; None means "check your answers". Raises `KeyError` for a page not on the way."""
        keys = list(self._pages)
        return next(iter(self.pages[keys.index(self._page(key).key) + 1 :]), None)

    def previous(self, key: str) -> Question | None:
        """The page before this one; None means the screen before the form."""
        before = list(self._pages).index(self._page(key).key) - 1
        return self.pages[before] if before >= 0 else None

    def next_not_read(self, key: str) -> Question | None:
        """Like `next_after`, passing over pages the card has answered without fault."""
        page = self.next_after(key)
        while page and (answer := self.answer(page.key)) and answer.read is not None and not self.faults(page.key):
            page = self.next_after(page.key)
        return page

    def _page(self, key: str) -> Question:
        return self._pages[key]

    # ------------------------------------------------------------ answers
    def answer(self, key: str) -> Answer | None:
        """The answer that applies now, given, read or suggested; None when there is none or it does not apply."""
        return self._current.get(key)

    def answered(
        self, key: str, value: str = "", *, rows: tuple[tuple[str, ...], ...] = (), told: bool = True
    ) -> Journey:
        """The journey after the person answered this page. Raises `KeyError` for a page not on the way.

        A doubted answer (`AnswerFault.doubt`) that is given a second time, after the person was told, stays as it is.
        `told` is False where the page closes without showing what is wrong.
        """
        question = self._page(key)
        kept = tuple(
            tuple(values.normalise(column.kind, cell) for column, cell in zip(question.columns, row, strict=True))
            for row in rows
            if any(cell.strip() for cell in row)
        )
        slot = self._slot(question)
        given = self.answers.get(slot)
        basis = self._suggested[key] or None
        answer = (given or Answer()).changed(values.normalise(question.kind, value), kept, basis)
        if basis is not None and answer.value == basis:
            answer = Answer()
        again = given is not None and (given.value, given.rows) == (answer.value, answer.rows)
        answer = replace(answer, told=False, kept=False)
        answers = self.answers if again else self._asking_again(question)
        after = replace(self, answers=answers.put(slot, answer))
        if not _only_doubts(after.faults(key)):
            return after
        answer = replace(answer, told=told, kept=again and given is not None and given.told)
        return replace(self, answers=answers.put(slot, answer))

    def _asking_again(self, changed: Question) -> Answers:
        """The answers: a date that changes lets every doubt about another date be asked again."""
        answers = self.answers
        for question in self.definition.questions if changed.kind is QuestionKind.DATE else ():
            slot = self._slot(question)
            given = answers.get(slot) if question.kind is QuestionKind.DATE else None
            if given is not None and given.told:
                answers = answers.put(slot, replace(given, told=False, kept=False))
        return answers

    def as_read(self, key: str) -> Journey:
        """The journey with the value of the card put back on this page, if the card gave one."""
        slot = self._slot(self._page(key))
        before = self.answers.get(slot)
        if before is None or before.read is None:
            return self
        return replace(self, answers=self.answers.put(slot, before.changed(before.read.value, (), None)))

    def _slot(self, question: Question) -> str:
        own = not question.prefill_when or self.holds(question.prefill_when)
        return question.key if own else question.key + _SOMEBODY_ELSE

    def _settled(self, question: Question) -> str | None:
        if question.kind is not QuestionKind.CHOICE or self.context.procedure is None:
            return None
        return next((o.value for o in question.options if o.procedure == self.context.procedure), None)

    # ------------------------------------------------------------ judging
    def holds(self, conditions: Conditions) -> bool:
        """Whether all conditions hold over the answers that apply."""
        for condition in conditions:
            answer = self._current.get(condition.question)
            chosen = answer.chosen if answer else ()
            if condition.is_ or condition.is_not:
                is_so = not condition.is_ or any(one in condition.is_ for one in chosen)
                if not is_so or any(one in condition.is_not for one in chosen):
                    return False
            elif not chosen and (answer is None or answer.is_blank):
                return False
        return True

    def faults(self, key: str) -> tuple[AnswerFault, ...]:
        """What is wrong on one page; nothing where it is only doubted and the person kept it."""
        found = self._found(self._page(key))
        given = self.answers.get(self._slot(self._page(key)))
        return () if given is not None and given.kept and _only_doubts(found) else found

    def _found(self, question: Question) -> tuple[AnswerFault, ...]:
        answer = self.answer(question.key)
        found = validation.faults(
            question,
            answer,
            today=self.context.today,
            letters=self.context.letters,
            suggestion=self._suggested[question.key],
        )
        if not found and answer is not None and question.kind is QuestionKind.DATE:
            return self._faults_between_dates(question, answer)
        return found

    def is_kept_in_doubt(self, key: str) -> bool:
        """Whether the person kept a doubted answer: the staff look at it. How a name is spelt, its bearer knows."""
        question = self._page(key)
        given = self.answers.get(self._slot(question))
        if given is None or not given.kept:
            return False
        return any(fault.code is not FaultCode.SPELLING for fault in self._found(question))

    def _faults_between_dates(self, question: Question, answer: Answer) -> tuple[AnswerFault, ...]:
        if (when := calendar_dates.parse(answer.value)) is None:
            return ()
        code = date_relations.fault(question, when, self.definition, self._current, self.holds, self.context.today)
        return (validation.fault(question, code),) if code else ()

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, in the order of the pages; its length is the count to show first."""
        return tuple(Problem(question=page, fault=fault) for page in self.pages for fault in self.faults(page.key))

    @property
    def is_complete(self) -> bool:
        """Whether the form can be printed without a gap the law does not allow."""
        return not self.problems()

    # ------------------------------------------------------------ wording
    def compose(self, wording: Wording) -> str:
        """A wording of the form over the answers that apply; parts that hold are joined with a space."""
        if isinstance(wording, str):
            return render(wording, self.printed_value)
        texts = (render(part.text, self.printed_value) for part in wording if self.holds(part.when))
        return " ".join(text for text in texts if text)

    def printed_value(self, name: str) -> str:
        """One answer as the sheet shows it, "" when there is none or it does not apply."""
        if name.startswith("@"):
            return self.context.station_value(name)
        answer = self._current.get(name)
        return printed_value(self.definition.question(name), answer) if answer else ""
