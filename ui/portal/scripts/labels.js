// The words beside a control by which a person knows it: its label, its group, its headings, its place in a table.

// Bare text between the control before and this one, inside the nearest block: the label of "text with holes".
function textBefore(element) {
    let block = element.parentElement;
    for (let up = 0; up < 6 && block?.parentElement && !/^(P|TD|LI|TR|FORM|SECTION|BODY|FIELDSET|MAT-FORM-FIELD|DD)$/.test(block.tagName); up++)
        block = block.parentElement;
    if (!block)
        return "";
    let text = "";
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && node !== element; node = walker.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (!node.contains(element) && node.matches(`${NATIVE},${LISTS}`) && shown(node))
                text = "";
            else if (node.matches("h1,h2,h3,h4,h5,h6,legend,hr"))
                text = "";
        } else if (!node.parentElement.closest(NOT_LABEL) && node.data.trim() && shown(node.parentElement)) {
            text += ` ${node.data}`;
        }
    }
    return tidy(text);
}

// Words of an element without those of controls inside it.
function ownWords(element) {
    let text = "";
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement.closest(`${NOT_LABEL},textarea,select,button`))
            text += ` ${node.data}`;
    }
    return tidy(text);
}

const wordsOfIds = ids => tidy((ids || "").split(/\s+/).filter(Boolean).map(id => document.getElementById(id)?.textContent || "").join(" "));

const fieldsOf = block => [...block.querySelectorAll(NATIVE)].filter(each => shown(each) && isControl(each));

// The one label of the nearest block around the control that has a label and no other control.
function labelAround(element) {
    for (let block = element.parentElement, up = 0; block && up < 6; block = block.parentElement, up++) {
        if (block.matches("form,body,section,fieldset"))
            return "";
        const others = keep(kept.fields, block, fieldsOf).some(other => other !== element && !element.contains(other)
            && !(isChoice(other) && isChoice(element)));
        if (others)
            return "";
        const label = [...block.querySelectorAll("label,mat-label,.sd-question__title,.control-label,.form-label,[class*='label' i],dt,th")]
            .find(each => !each.contains(element) && !each.closest(LISTS) && ownWords(each)
                && each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
        if (label)
            return ownWords(label);
    }
    return "";
}

function cellBefore(element) { // a table: the words of the cell before
    const cell = element.closest("td");
    const before = cell?.previousElementSibling;
    return before && !before.querySelector(NATIVE) && cell.querySelectorAll(NATIVE).length === 1 ? ownWords(before) : "";
}

const headOf = table => { // the line that names the columns, where a table has one
    const head = [...(table?.tHead?.rows ?? [])].at(-1) ?? table?.rows[0];
    return head && head.cells.length > 1 && [...head.cells].every(cell => cell.tagName === "TH") ? head : null;
};

function columnHead(element) {
    const cell = element.type === "file" ? null : element.closest("td");
    const head = cell && headOf(cell.closest("table"));
    return head && cell.querySelectorAll(NATIVE).length === 1 ? ownWords(head.cells[cell.cellIndex] ?? head) : "";
}

function rowOf(element) { // which line of such a table, as a person counts them
    const line = element.closest("td")?.parentElement, table = line?.closest("table");
    return headOf(table) ? 1 + [...table.tBodies].flatMap(body => [...body.rows]).filter(each => each.querySelector(NATIVE)).indexOf(line) : 0;
}

const labelled = element => element.matches(".select2-selection") ? element.closest(".select2")?.previousElementSibling ?? element
    : element.matches(".choices") ? element.querySelector("select") ?? element : element;

// Of several labels those before the field: one behind it complains, or was copied from there for the field that comes next.
function wordsOfLabels(element) {
    const all = [...(element.labels ?? [])].filter(each => !each.matches(COMPLAINTS));
    const before = isChoice(element) ? [] : all.filter(each => each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    return tidy((before.length ? before : all).map(ownWords).join(" "));
}

function labelOf(element) {
    const source = labelled(element);
    const labels = wordsOfLabels(source);
    if (isChoice(element))
        return labels || tidy(element.getAttribute("aria-label")) || wordsOfIds(element.getAttribute("aria-labelledby")) || wordsAfter(element);
    const inner = isList(element) ? element.querySelector("input") : null;
    return labels || (element.matches(".select2-selection") ? "" : wordsOfIds(source.getAttribute("aria-labelledby")))
        || (inner && wordsOfLabels(inner)) || (inner && wordsOfIds(inner.getAttribute("aria-labelledby")))
        || tidy(source.getAttribute("aria-label")) || columnHead(element) || labelAround(element) || cellBefore(element) || textBefore(element)
        || tidy(source.placeholder || source.title || "");
}

function wordsAfter(element) { // a bare box: the words behind it, up to the next control
    let text = "";
    for (let node = element.nextSibling; node && text.length < 200; node = node.nextSibling) {
        if (node.nodeType === Node.ELEMENT_NODE && (node.matches(NATIVE) || node.querySelector(NATIVE)))
            break;
        text += ` ${node.textContent}`;
    }
    return tidy(text) || tidy(element.closest("p,li,td,div")?.textContent);
}

function groupOf(element) {
    if (!isChoice(element))
        return "";
    const root = element.getRootNode();
    const same = element.name ? [...root.querySelectorAll("input")].filter(other => other.type === element.type && other.name === element.name) : [element];
    const box = element.closest("x-radio,[role='radiogroup'],.sd-question,.formio-component-radio,.formio-component-selectboxes,mat-radio-group");
    if (same.length < 2 && element.type === "checkbox" && !(box && box.querySelectorAll("input[type='checkbox']").length > 1))
        return "";
    const first = box?.querySelector("input") ?? same[0];
    const named = wordsOfIds(box?.getAttribute("aria-labelledby")) || tidy(box?.getAttribute("aria-label"));
    if (named)
        return named;
    const title = box?.querySelector(".sd-question__title,legend,label.col-form-label,.control-label");
    if (title && !title.querySelector("input"))
        return ownWords(title);
    const set = element.closest("fieldset");
    const before = textBefore(first);
    if (before)
        return before;
    return set && set.querySelectorAll(NATIVE).length === same.length ? tidy(set.querySelector("legend")?.textContent) : "";
}

const headingWords = heading => tidy(heading.textContent).slice(0, 160);

function isHeading(element) { // a bold word inside a sentence is none, nor the words of one question
    if (element.matches(".sd-question__title"))
        return false;
    if (!element.matches("strong,b"))
        return true;
    const block = element.closest("p,div,li,td");
    return /^\s*[IVX]{1,5}\s*[./)]/.test(element.textContent) || !block || tidy(block.textContent) === tidy(element.textContent);
}

const headingsOf = block => // its own, not those of a block within it, which would head what stands beside that
    [...block.querySelectorAll(HEADINGS)].filter(each => isHeading(each) && each.closest(BLOCKS) === block);

function outerOf(element) {
    const said = [];
    for (let block = element.closest(BLOCKS); block && said.length < 6; block = block.parentElement?.closest(BLOCKS)) {
        const named = wordsOfIds(block.getAttribute("aria-labelledby")) || tidy(block.getAttribute("aria-label"));
        const heading = keep(kept.headings, block, headingsOf)[0];
        const before = heading && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        const words = named || (before ? headingWords(heading) : "");
        if (words && !said.includes(words))
            said.push(words);
    }
    return said;
}
