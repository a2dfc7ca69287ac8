// What is told of each control, of the page's words and of the cursor (kiosk.filing.control.Control).

function valueOf(element) {
    if (element.matches("select"))
        return tidy([...element.selectedOptions].map(option => option.text).join(", "));
    if (element.type === "file")
        return [...element.files].map(file => file.name).join(", ") || besideFile(element);
    if (element.matches("input,textarea"))
        return String(element.value ?? "").slice(0, 2000);
    if (!isList(element))
        return tidy(element.innerText);
    const chosen = element.querySelector(".select2-selection__rendered,.choices__list--single .choices__item,.ng-value-label,.ant-select-selection-item,"
        + ".mat-mdc-select-value-text,.mat-select-value-text,.sd-dropdown__value");
    if (chosen)
        return chosen.matches(".choices__placeholder,.select2-selection__placeholder") || chosen.querySelector(".select2-selection__placeholder") ? "" : wordsOutside(chosen, "button,[class*='clear' i],[class*='remove' i],svg") || tidy(element.querySelector("input")?.value);
    const inner = element.querySelector("input:not([type='hidden'])");
    return ownListWords(element) || tidy(inner?.value);
}

const ownListWords = element => wordsOutside(element, ".input-field-select-options,[role='listbox'],[class*='placeholder' i],svg");

function wordsOutside(element, others) { // what it says but for these parts of it, such as the button that empties it
    let text = "";
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const inside = node.parentElement.closest(others);
        if (!inside || !element.contains(inside))
            text += ` ${node.data}`;
    }
    return tidy(text);
}

function besideFile(element) { // the page took the file and emptied its input: its name stands in the row
    const row = element.closest("tr,li,.sd-question,.form-group,.row,p,div");
    return tidy(row?.innerText.match(/[\w.-]+\.(?:pdf|jpe?g|png|docx?)/i)?.[0] ?? "");
}

function complaintOf(element) {
    const told = wordsOfIds(element.getAttribute("aria-errormessage"));
    if (told)
        return told;
    const block = element.closest(".form-group,.sd-question,.formio-component,mat-form-field,.ant-form-item,td,li,p,div");
    const found = block && block.querySelectorAll(NATIVE).length < 12 ? [...block.querySelectorAll(COMPLAINTS)].find(each => shown(each) && tidy(each.textContent)) : null;
    return found ? tidy(found.textContent) : "";
}

const namesOf = element => {
    const source = labelled(element);
    const box = element.closest("[data-name],x-input,x-date,x-date-text,x-select,x-select-default,x-radio,x-input-number,[formcontrolname]");
    return [...new Set([source.id, source.getAttribute("name"), source.getAttribute("formcontrolname"), source.dataset.name, box?.getAttribute("name"),
        box?.dataset?.name, box?.getAttribute("formcontrolname")].filter(Boolean).map(String))];
};

function seen(element) { // what a person sees of it: a button drawn by its label, a file input behind a button
    if (shown(element))
        return element;
    if (isChoice(element))
        return [...(element.labels ?? [])].find(shown)
            ?? (element.parentElement && shown(element.parentElement) ? element.closest("label,mat-radio-button,mat-checkbox") : null);
    return null;
}

function typeOf(element) {
    if (element.matches("select"))
        return element.multiple ? "select-multiple" : "select-one";
    if (isList(element))
        return "list";
    if (element.matches("textarea"))
        return "textarea";
    return element.matches("input,button") ? element.type || "text" : "editable";
}

function describe(element, index, heads) {
    const names = namesOf(element), name = element.getAttribute("name") || names[0] || "";
    if (element.type !== "file" && seen(element) === null) // a hidden copy: known, never used
        return { index, tag: element.tagName.toLowerCase(), type: typeOf(element), name, names, visible: false };
    const section = headBefore(heads, element);
    const label = labelOf(element);
    const part = /-(day|month|year)$/.exec(element.getAttribute("name") || element.id || "");
    const select = element.matches("select") ? element : null;
    return {
        index, tag: element.tagName.toLowerCase(), type: typeOf(element), label, group: groupOf(element),
        section: section ? headingWords(section) : "", outer: outerOf(element), row: rowOf(element), part: part ? part[1] : "",
        name, names, placeholder: tidy(element.placeholder || element.getAttribute("data-placeholder")),
        autocomplete: element.getAttribute("autocomplete") || "", max_length: Math.max(0, element.maxLength ?? 0), value: valueOf(element),
        checked: element.checked === true || element.getAttribute("aria-checked") === "true",
        read_only: element.readOnly === true && !isList(element) && !element.matches(".flatpickr-input,[data-provide='datepicker'],.hasDatepicker") || element.disabled === true
            || element.getAttribute("aria-disabled") === "true" || element.matches(".is-disabled,.select2-container--disabled *,.ng-select-disabled"),
        required: element.required === true || element.getAttribute("aria-required") === "true" || /\*/.test(label),
        visible: seen(element) !== null && usable(seen(element)), complaint: complaintOf(element),
        options: select ? [...select.options].slice(0, MOST_ROWS).map(option => tidy(option.text)) : [],
    };
}

function headBefore(heads, element) { // they stand in the order of the page
    let low = 0, high = heads.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (heads[middle].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
            low = middle + 1;
        else
            high = middle;
    }
    return heads[low - 1];
}

function scan() {
    scanning = true;
    try {
        return scanned();
    } finally {
        scanning = false;
        Object.values(kept).forEach(map => map.clear());
    }
}

function scanned() {
    known = deep(`${NATIVE},${LISTS}`).filter(isControl).slice(0, MOST_CONTROLS);
    const heads = deep(HEADINGS).filter(head => isHeading(head) && tidy(head.textContent) && shown(head));
    return { address: location.href, quiet: Math.round(performance.now() - changed), controls: known.map((element, index) => describe(element, index, heads)) };
}

function cursorAt() {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement)
        active = active.shadowRoot.activeElement;
    return active;
}

// Dialogs and notes that come and go stand first, so that the end of a long page never pushes them out.
function words() {
    const front = deep("[role='dialog'],dialog[open],.modal.show,.toast,.toast-message,.swal2-popup,.ant-modal,.ant-message,[role='alert'],[role='status']")
        .filter(shown).map(each => each.innerText).join("\n");
    const active = cursorAt();
    return { address: location.href, title: tidy(document.title), at: document.hasFocus() ? known.findIndex(each => each === active || each.contains(active)) : -1, words: `${front}\n${document.body?.innerText ?? ""}`.slice(0, MOST_WORDS),
        quiet: quiet(), keys: document.activeElement?.matches("input[type='date'],input[type='month'],input[type='time']") === true };
}
