// Where a finger would touch a control, whether it did, and the cursor put into it.

const boxOf = element => {
    const box = element.getBoundingClientRect();
    return { x: box.x, y: box.y, width: box.width, height: box.height };
};

const sameBox = (one, other) => one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

function soon(then) { // with the next picture of the page; a page that draws none is not waited for
    const late = setTimeout(go, 250), frame = requestAnimationFrame(go);
    function go() {
        clearTimeout(late);
        cancelAnimationFrame(frame);
        then();
    }
}

// The page hears of a scrolling one picture later, and then closes the list that was opened in between.
let scrolling = 0;
function bring(element, block = "center") {
    const before = boxOf(element);
    element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
    if (!sameBox(before, boxOf(element))) {
        scrolling++;
        soon(() => soon(() => { scrolling--; }));
    }
}

// What the last finger met: a tap may come too late for what it was meant for.
let met = [];
addEventListener("mousedown", event => {
    if (event.isTrusted) {
        met = event.composedPath();
        asksLetters(met[0]);
    }
}, true);

function place(index) { // where a finger would touch it, whether something lies over it, whether it stands there already
    const element = known[index] && seen(known[index]);
    if (!element?.isConnected)
        return null;
    bring(element);
    met = [];
    const box = boxOf(element), x = box.x + Math.min(box.width / 2, 40), y = box.y + box.height / 2;
    return { x, y, free: free(element, x, y), settled: scrolling === 0 };
}

function touched(index) { // a touch that nobody told of counts: the page may keep it to itself
    const element = known[index] && seen(known[index]);
    return !met.length || !element || met.includes(element) || !!element.parentElement?.contains(met[0])
        || !!met[0].closest?.("label")?.contains(element);
}

function focus(index) {
    const element = known[index];
    if (!element?.isConnected)
        return null;
    const field = element.matches("input,textarea,[contenteditable]") ? element : element.querySelector("input,textarea") ?? element;
    bring(field);
    field.focus({ preventScroll: true }); // closes the calendar of the field before, where one lies over this
    field.select?.();
    const box = boxOf(field);
    const covered = !free(field, box.x + Math.min(box.width / 2, 40), box.y + box.height / 2);
    return { focused: field.getRootNode().activeElement === field, covered, value: valueOf(element) };
}

const CALENDARS = ".flatpickr-calendar.open,.datepicker-dropdown,.ui-datepicker,.bootstrap-datetimepicker-widget,.react-datepicker-popper,.ant-picker-dropdown,.mat-datepicker-popup";

function leave() {
    cursorAt()?.blur?.();
    if (deep(CALENDARS).some(each => each.checkVisibility())) // also while it fades in; it hangs over the fields below until something else is touched
        document.body.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
    return true;
}
