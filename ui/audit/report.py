"""What the audit leaves behind: a table on the terminal, `audit.json`, and a contact sheet of all pictures."""

from __future__ import annotations

import html
import json
from collections import Counter, defaultdict
from pathlib import Path

from ui.audit.audit_run import AuditRun
from ui.audit.complaint import Rule, Seen
from ui.audit.judged import JudgedStop

STYLE = """body{font:16px sans-serif;background:#fbf5ea;color:#231f1c;margin:24px}h2{margin:32px 0 8px}
figure{display:inline-block;margin:4px;vertical-align:top}img{border:1px solid #7d7066;display:block}
figcaption{font-size:12px}.bad img{border:4px solid #8c1a18}li{margin:2px 0}"""


def table(examination: AuditRun) -> str:
    """One line a rule, one line a kind of fault, and the sum."""
    by_rule: dict[Rule, list[Seen]] = defaultdict(list)
    for seen in examination.seen:
        by_rule[seen.finding.rule].append(seen)
    looks = len(examination.stops) * len(examination.variants)
    lines = [
        f"{len(examination.stops)} screens and states x {len(examination.variants)} variants = {looks} looks",
        "",
    ]
    for rule in Rule:
        lines.append(f"{rule.value:40} {len(by_rule[rule]) or 'none':>6}")
        lines += _kinds(by_rule[rule])
    lines += ["", f"findings: {len(examination.seen)}"]
    return "\n".join(lines)


def stop_line(judged: JudgedStop) -> str:
    """What one stop brought, told as soon as it was looked at."""
    told = f"{judged.stop}: {len(judged.variants)} looks, {len(judged.seen) or 'no'} findings"
    return "\n".join([told, *(f"    {kind}" for kind in judged.kinds())])


def _kinds(seen: list[Seen]) -> list[str]:
    kinds = Counter((s.screen, s.finding.where, s.finding.detail) for s in seen)
    example = {(s.screen, s.finding.where, s.finding.detail): s.variant for s in seen}
    return [
        f"    {times:4} x {screen}: {where}: {detail}  [{example[(screen, where, detail)]}]"
        for (screen, where, detail), times in kinds.most_common(12)
    ]


def write(examination: AuditRun, out: Path) -> None:
    """Leave `audit.json` and `index.html` in `out`."""
    found = [
        {
            "screen": seen.screen,
            "variant": str(seen.variant),
            "rule": seen.finding.rule.value,
            "where": seen.finding.where,
            "detail": seen.finding.detail,
        }
        for seen in examination.seen
    ]
    summary = {
        "screens": examination.stops,
        "variants": [str(variant) for variant in examination.variants],
        "findings": found,
    }
    (out / "audit.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8")
    (out / "index.html").write_text(_contact_sheet(examination), encoding="utf-8")


def _contact_sheet(examination: AuditRun) -> str:
    parts = [f"<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>{STYLE}</style>"]
    parts.append(f"<h1>{len(examination.stops)} screens, {len(examination.seen)} findings</h1>")
    for judged in examination.judged:
        parts.append(f"<h2>{html.escape(judged.stop)}</h2>")
        parts.append("<ul>" + "".join(f"<li>{html.escape(line)}</li>" for line in sorted(judged.kinds())) + "</ul>")
        faulty = {str(seen.variant) for seen in judged.seen}
        for variant, name in judged.shots.items():
            mark = " class=bad" if variant in faulty else ""
            parts.append(
                f"<figure{mark}><img loading=lazy src='shots/{html.escape(name)}'>"
                f"<figcaption>{variant}</figcaption></figure>"
            )
    return "\n".join(parts)
