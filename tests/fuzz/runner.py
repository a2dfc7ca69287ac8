"""Runs cases and keeps count; anything but our own errors, a hang or a swelling memory is a finding."""

from __future__ import annotations

import math
import resource
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from tests.fuzz.targets import Target

SLOWEST = 2.0
"""Processor seconds one case may take; a hostile file costs no more than one pass over it."""
GROWTH = 128 * 1024
"""KiB the process may grow in a run."""


@dataclass(slots=True)
class TargetRun:
    """What became of the cases of one target."""

    name: str
    accepted: int = 0
    refused: int = 0
    slowest: float = 0.0
    findings: list[str] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """Accepted, refused and found wanting."""
        return self.accepted + self.refused + len(self.findings)


def run(targets: Iterable[Target], cases: int, seed: int) -> list[TargetRun]:
    """`cases` in all, shared out; each case has its own seed, so a finding can be replayed."""
    chosen = tuple(targets)
    whole = sum(target.share for target in chosen)
    return [_run(target, math.ceil(cases * target.share / whole), seed) for target in chosen]


def _run(target: Target, cases: int, seed: int) -> TargetRun:
    done = TargetRun(target.name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for case in range(cases):
        name = f"{seed}/{target.name}/{case}"
        started = time.process_time()
        try:
            target.run(Random(name))
        except target.refusals:
            done.refused += 1
        except Exception as fault:  # noqa: BLE001 - every other exception is what the run looks for
            done.findings.append(f"{name}: {type(fault).__name__}: {fault}")
        else:
            done.accepted += 1
        done.slowest = max(done.slowest, time.process_time() - started)
    if done.slowest > SLOWEST:
        done.findings.append(f"{target.name}: a case took {done.slowest:.1f} s")
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    if grown > GROWTH:
        done.findings.append(f"{target.name}: memory grew by {grown // 1024} MiB")
    return done
