.pragma library

// Where a long page may be cut: between two cards, never through one. Heights and places in pixels of the column.

// What stays whole: a control, a text, or a card no higher than `most`; of a higher card, what lies in it. A heading
// belongs to what comes below it.
function collect(item, column, most, isWhole, isHeading, found) {
    for (const child of item.children) {
        if (!child.visible || child.height <= 0 || child.width <= 0)
            continue;
        const top = child.mapToItem(column, 0, 0).y;
        const inner = found.length;
        if (child.height > most && !isWhole(child))
            collect(child, column, most, isWhole, isHeading, found);
        if (found.length === inner)
            found.push({
                top: top,
                bottom: top + child.height,
                heads: isHeading(child)
            });
    }
}

// Whether a cut at `end` runs through a card; `loose`: only a card that goes past `limit` counts.
function cuts(blocks, end, limit, loose) {
    return blocks.some(one => one.top < end - 1 && one.bottom > end + 1 && (!loose || one.bottom > limit));
}

// The lowest end of a card within `limit` that cuts no other and leaves no heading alone; `top` where there is none.
function lowest(blocks, top, limit, loose) {
    const heads = blocks.filter(one => one.heads).map(one => one.bottom);
    const ends = blocks.map(one => one.bottom).filter(end => end > top + 1 && end <= limit && !heads.includes(end));
    return Math.max(top, ...ends.filter(end => !cuts(blocks, end, limit, loose)));
}

// The end of a heading that fills a page, where what it heads fits on the next; else `top`.
function headed(blocks, top, limit) {
    const fits = head => blocks.every(one => one.top < head.bottom || one.top > limit || one.bottom - one.top < limit - top);
    const heads = blocks.filter(one => one.heads && one.bottom > top + 1 && one.bottom <= limit && fits(one));
    return Math.max(top, ...heads.map(one => one.bottom).filter(end => !cuts(blocks, end, limit, false)));
}

const RING = 4; // of the focus on the last card, seen where nothing begins at once below it

// The most of `room` below `top` that ends between two cards; all of it where one card is longer than the room. Two
// columns side by side may have no such place: then a page that is half empty is worse than a card in two parts.
function below(blocks, top, room) {
    const limit = top + room;
    const clean = lowest(blocks, top, limit, false);
    let best = clean - top > room / 2 ? clean : lowest(blocks, top, limit, true);
    for (const one of blocks) { // a neighbour in the same row that does not fit takes the row to the next page
        if (one.top < best - 1 && one.bottom > limit && one.top > top + 1)
            best = Math.min(best, one.top);
    }
    if (best <= top + 1)
        best = headed(blocks, top, limit);
    if (best <= top + 1)
        return room;
    const next = Math.min(...blocks.map(one => one.top).filter(start => start >= best - 1));
    return best - top + Math.max(0, Math.min(RING, next - best));
}

// The top of the first card that does not lie wholly above `end`.
function next(blocks, end) {
    const later = blocks.filter(one => one.bottom > end + 1).map(one => one.top);
    return later.length > 0 ? Math.min(...later) : 0;
}

// The top of the card in which `place` lies, or of the first below it.
function startOf(blocks, place) {
    const covering = blocks.filter(one => one.bottom > place + 1).map(one => one.top);
    return covering.length > 0 ? Math.min(...covering) : 0;
}

// The top of the first card from which on everything down to `end` fits into the room.
function before(blocks, end, room) {
    const fitting = blocks.filter(one => one.top >= end - room + 8 && one.top < end).map(one => one.top);
    return fitting.length > 0 ? Math.min(...fitting) : Math.max(0, end - room);
}
