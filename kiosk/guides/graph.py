"""The shape of a guide: what leads where, in which order, and how long the longest path is. Pure; asks no meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""Node -> nodes it leads to; a node without an entry, or with an empty one, is an end."""


def reachable(graph: Graph, start: str) -> frozenset[str]:
    """Every node a walk from `start` can come to, `start` included."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            ahead.extend(graph.get(node, ()))
    return frozenset(seen)


def leading_to(graph: Graph, ends: Iterable[str]) -> frozenset[str]:
    """Every node from which one of `ends` can be reached, the ends included."""
    backwards: dict[str, list[str]] = {}
    for node, ways in graph.items():
        for way in ways:
            backwards.setdefault(way, []).append(node)
    found: set[str] = set()
    for end in ends:
        found |= reachable(backwards, end)
    return frozenset(found)


def cycle(graph: Graph) -> tuple[str, ...] | None:
    """One circle (first node repeated at its end), or None when every walk ends."""
    done: set[str] = set()
    for root in graph:
        trail: list[tuple[str, list[str]]] = [(root, list(graph.get(root, ())))] if root not in done else []
        while trail:
            node, ahead = trail[-1]
            if not ahead:
                done.add(node)
                trail.pop()
                continue
            way = ahead.pop()
            on_trail = [name for name, _ in trail]
            if way in on_trail:
                return (*on_trail[on_trail.index(way) :], way)
            if way not in done:
                trail.append((way, list(graph.get(way, ()))))
    return None


def longest(graph: Graph, start: str) -> int:
    """Number of nodes with ways out of them on the longest path from `start`; the graph must have no circle."""
    lengths: dict[str, int] = {}
    trail = [start]
    while trail:
        node = trail[-1]
        ways = graph.get(node, ())
        waiting = [way for way in ways if way not in lengths]
        if waiting:
            trail.extend(waiting)
            continue
        lengths[node] = 1 + max(lengths[way] for way in ways) if ways else 0
        trail.pop()
    return lengths[start]
