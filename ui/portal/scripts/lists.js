// Lists that a page draws itself: their rows, searched, scrolled to and pressed.

function openRows() {
    rows = deep(ROWS).filter(row => shown(row) && row.getAttribute("aria-disabled") !== "true" && !row.matches(".select2-results__message,.loading-results,.ng-option-disabled")).slice(0, MOST_ROWS);
    return { rows: rows.map(row => tidy(row.innerText)), search: searchBox(rows[0]) !== null };
}

function searchBox(row) { // of the list that this row belongs to
    const list = row?.closest(".input-field-select,.input-field-select-options,.select2-dropdown,.choices,.sv-popup,.ng-dropdown-panel,.ant-select-dropdown,[role='listbox']");
    const around = [list, list?.parentElement, list?.closest(LISTS)].filter(Boolean);
    for (const block of around) {
        const field = [...block.querySelectorAll("input:not([type='checkbox']):not([type='radio'])")].find(each => shown(each) && !each.readOnly);
        if (field)
            return field;
    }
    const active = document.activeElement;
    return active?.matches("input:not([readonly])") && active.closest(`${LISTS},.select2-dropdown`) ? active : null;
}

function search() {
    const field = searchBox(rows[0]);
    if (!field)
        return null;
    field.focus({ preventScroll: true });
    field.select();
    return { focused: true };
}

// Lists unfold and move into place: a row stands once it lay alike in three pictures of the page.
let steady = { row: null, box: null, pictures: 0 };
function follow() {
    if (!steady.row?.isConnected)
        return;
    const box = boxOf(steady.row);
    steady = { row: steady.row, box, pictures: sameBox(box, steady.box) ? steady.pictures + 1 : 0 };
    if (steady.pictures < 3)
        soon(follow);
}

function placeOfRow(index) {
    const row = rows[index];
    if (!row?.isConnected || !shown(row))
        return null;
    bring(row, "nearest");
    met = [];
    const box = boxOf(row), x = box.x + Math.min(box.width / 2, 40), y = box.y + box.height / 2;
    if (steady.row !== row || !sameBox(steady.box, box)) {
        steady = { row, box, pictures: 0 };
        soon(follow);
    }
    const top = (row.getRootNode().elementFromPoint ?? document.elementFromPoint).call(row.getRootNode(), x, y);
    return { x, y, still: steady.pictures >= 3, free: !!top && row.contains(top) };
}

const touchedRow = index => !met.length || met.includes(rows[index]);

function furtherRows() { // many lists draw only the rows that are in view: the next ones; false at the end
    for (let list = rows[0]?.parentElement; list && list !== document.body; list = list.parentElement) {
        if (list.scrollHeight > list.clientHeight + 1 && /auto|scroll|overlay/.test(style(list).overflowY)) {
            const before = list.scrollTop;
            list.scrollTop += Math.max(20, .8 * list.clientHeight);
            return list.scrollTop > before;
        }
    }
    return false;
}

const rowStands = index => !!rows[index]?.isConnected && shown(rows[index]);

function pressRow(index) { // where no touch arrives: the events of one, from the script
    const row = rows[index];
    if (!row?.isConnected)
        return null;
    for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
        const make = kind.startsWith("pointer") ? PointerEvent : MouseEvent;
        row.dispatchEvent(new make(kind, { bubbles: true, cancelable: true, composed: true, view: window }));
    }
    return true;
}
