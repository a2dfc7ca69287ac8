// Values entered by script, where trusted events cannot.

const tell = (element, ...kinds) => kinds.forEach(kind => element.dispatchEvent(new Event(kind, { bubbles: true })));

// What trusted events cannot enter (a native list or date, a mask that fights): the element's own setter, plain events.
function put(index, value) {
    const element = known[index];
    if (!element?.isConnected)
        return null;
    bring(element);
    const box = boxOf(element);
    return free(element, box.x + Math.min(box.width / 2, 40), box.y + box.height / 2) ? write(element, value) : null;
}

function write(element, value) {
    element.focus({ preventScroll: true });
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value")?.set;
    if (setter)
        setter.call(element, value);
    tell(element, "input", "change");
    return { value: valueOf(element) };
}

function choose(index, row) {
    const element = known[index];
    if (!element?.isConnected || !element.options?.[row])
        return null;
    return write(element, element.options[row].value);
}

// A list that held the right row before the page listened: told once more, as if it had just been chosen.
function changeAgain(index) {
    const source = known[index]?.isConnected ? labelled(known[index]) : null;
    if (!source?.matches("select"))
        return false;
    tell(source, "input", "change");
    return true;
}

function press(index) {
    const element = known[index];
    if (!element?.isConnected)
        return null;
    element.click();
    return { checked: element.checked === true };
}
