// Lists that the browser itself would draw in a window of its own.

// A native list opens a window of the browser, which a kiosk's screen need not show: a person's tap on one is told to the
// kiosk instead, which shows the rows itself.
let asking = null;
document.addEventListener("mousedown", event => {
    const select = event.isTrusted ? event.composedPath()[0]?.closest?.("select") : null;
    asking = select && !select.disabled && !select.multiple && select.size < 2 ? select : null;
    if (asking) {
        event.preventDefault();
        asking.focus({ preventScroll: true });
    }
}, true);

function asked() {
    if (!asking?.isConnected)
        return null;
    return { says: labelOf(asking), rows: [...asking.options].slice(0, MOST_ROWS).map(option => option.disabled ? "" : tidy(option.text)), chosen: asking.selectedIndex };
}

function pick(row) { // below zero: nothing
    const select = asking;
    asking = null;
    if (!select?.isConnected || !select.options[row] || select.options[row].disabled)
        return null;
    const setter = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set;
    setter.call(select, select.options[row].value);
    select.selectedIndex = row;
    tell(select, "input", "change");
    return { value: valueOf(select) };
}
