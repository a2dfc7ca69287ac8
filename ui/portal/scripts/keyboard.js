// What the kiosk's keyboard must know of the page: whether the cursor asks for letters, and what must stay above it.

// A list that opens puts the cursor into the field it is searched with, where the person wants one of its rows: letters
// are asked for by a touch of that field itself, in a box that is a list by a second one.
let asking_letters = null;
function asksLetters(touched) {
    const field = touched?.closest?.("input,textarea,[contenteditable='true']");
    asking_letters = field && (!field.closest(LISTS) || cursorAt() === field) ? field : null;
}

const OPENED = "[role='listbox'],.sv-popup,.select2-dropdown,.ng-dropdown-panel,.input-field-select-options,.choices__list--dropdown,.ant-select-dropdown,.p-dropdown-panel";

function openedList(field) { // the list that stands open at this field
    const around = field.closest(OPENED);
    if (around)
        return around;
    const row = deep(ROWS).find(shown);
    const belongs = row && (field.closest(LISTS) || searchBox(row) === field || field.getAttribute("aria-expanded") === "true");
    return belongs ? row.closest(OPENED) ?? row.parentElement : null;
}

function cursor() { // whose it is: of a list whose rows are wanted, of a field that takes letters; null: not in this frame
    const active = document.hasFocus() ? cursorAt() : null;
    if (!active?.matches("input,textarea,[contenteditable='true']"))
        return null;
    return active !== asking_letters && openedList(active) ? "list" : "field";
}

function aboveKeyboard() { // the field with the cursor, with the list or calendar that hangs open at it as far as there is room
    const active = document.hasFocus() ? cursorAt() : null;
    if (!active || active === document.body)
        return false;
    const open = openedList(active) ?? deep(CALENDARS).find(each => each.checkVisibility());
    if (open)
        bring(open, "nearest");
    bring(active, "nearest");
    return true;
}
