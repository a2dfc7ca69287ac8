// Runs in an isolated world of every frame: the page neither sees it nor is changed by it until something is entered.
// Finds controls by what a person reads beside them. Answers are read by ui/portal/page.py (kiosk.filing.control.Control).
(() => {
    "use strict";
    if (globalThis.kioskForm)
        return;

    const LISTS = [ // boxes that open a list and are no <select>; what lies inside one is part of it
        ".input-field-select", "[id^='custom-select-default-'] div[tabindex]", ".select2-selection", ".choices", "mat-select",
        ".ng-select", ".ant-select", ".sd-dropdown", ".p-dropdown", "button[aria-haspopup='listbox']", "[role='combobox']",
    ].join(",");
    const NATIVE = "input:not([type='hidden']),textarea,select,[contenteditable='true'],[contenteditable='']";
    const ROWS = [
        "[role='option']", ".input-field-select-options>div", "[id^='custom-select-default-'] [class*='options']>div",
        ".select2-results__option", ".sv-list__item", ".choices__list--dropdown .choices__item--choice", "mat-option", ".ng-option",
        ".ant-select-item-option", "[role='listbox']>li", ".p-dropdown-item",
    ].join(",");
    const NOT_LABEL = "option,script,style,template,[role='listbox'],[role='option'],[aria-hidden='true'],.sv-popup,.choices,.select2,"
        + ".input-field-select,.input-field-select-options,mat-option";
    const HEADINGS = "h1,h2,h3,h4,h5,h6,legend,[role='heading'],strong,b,.card-header,.panel-title,.modal-title,.sd-title,mat-panel-title";
    const BLOCKS = "fieldset,section,article,form,dialog,[role='dialog'],[role='group'],.modal,.card,.panel,.sd-panel,.sd-page,x-select-area,"
        + "mat-expansion-panel";
    const COMPLAINTS = ".invalid-feedback,.mat-error,mat-error,.sd-question__erbox,.formio-errors,.error-message,.field-error,.help-block.error,"
        + ".ant-form-item-explain-error,label.error,[role='alert']";
    const MOST_WORDS = 20000, MOST_CONTROLS = 600, MOST_ROWS = 2000;

    let known = [], rows = [], changed = performance.now(), scanning = false;
    new MutationObserver(() => { changed = performance.now(); }).observe(document, { childList: true, subtree: true, characterData: true });

    const tidy = text => String(text ?? "").normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 400);
    const style = element => getComputedStyle(element);

    const kept = { shown: new Map(), headings: new Map(), fields: new Map() }; // within one scan nothing moves

    function keep(map, element, make) {
        if (!map.has(element))
            map.set(element, make(element));
        return map.get(element);
    }

    const shown = element => scanning ? keep(kept.shown, element, isShown) : isShown(element);

    function isShown(element) {
        const box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || box.right < 1 || (box.bottom + scrollY) < 1)
            return false;
        return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });
    }

    // Whether a person could use it: a page may lay out fields that nobody sees, to catch what is filled by itself.
    function usable(element) {
        if (innerWidth < 40 || innerHeight < 20 || element.closest("[inert]"))
            return false;
        const box = element.getBoundingClientRect();
        let opacity = 1, left = box.left, right = box.right, upper = box.top, lower = box.bottom;
        for (let around = element; around && around !== document.body; around = around.parentElement ?? around.getRootNode().host) {
            const look = style(around);
            opacity *= Number(look.opacity);
            if (opacity < .15 || look.clipPath !== "none")
                return false;
            if (around === element || !/hidden|clip/.test(look.overflowX + look.overflowY))
                continue;
            const edge = around.getBoundingClientRect();
            [left, right, upper, lower] = [Math.max(left, edge.left), Math.min(right, edge.right), Math.max(upper, edge.top), Math.min(lower, edge.bottom)];
            if (right - left < 2 || lower - upper < 2)
                return false;
        }
        return true;
    }

    // Whether a finger on it would touch it, or what belongs to it, and nothing that lies over it.
    function free(element, x, y) {
        const top = (element.getRootNode().elementFromPoint ?? document.elementFromPoint).call(element.getRootNode(), x, y);
        return !!top && (top === element || element.contains(top) || top.contains(element) || !!top.closest("label")?.contains(element)
            || top.parentElement === element.parentElement || element.parentElement.contains(top));
    }

    function deep(selector, root = document, found = []) { // open shadow roots too
        found.push(...root.querySelectorAll(selector));
        for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot)
                deep(selector, element.shadowRoot, found);
        }
        return found;
    }

    const outerList = element => element.parentElement && element.parentElement.closest(LISTS);
    const isList = element => element.matches(LISTS);
    const isChoice = element => element.type === "radio" || element.type === "checkbox";

    function isControl(element) {
        if (outerList(element))
            return false;
        if (element.matches("input.select2-search__field,[role='listbox'] *,.sv-popup *,.select2-dropdown *,.ng-dropdown-panel *"))
            return false;
        return !(element.matches("button[aria-haspopup='listbox']") && element.closest("nav,header"));
    }

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

    function labelOf(element) {
        const source = labelled(element);
        const labels = tidy([...(source.labels ?? [])].map(ownWords).join(" "));
        if (isChoice(element))
            return labels || tidy(element.getAttribute("aria-label")) || wordsOfIds(element.getAttribute("aria-labelledby")) || wordsAfter(element);
        const inner = isList(element) ? element.querySelector("input") : null;
        return labels || (element.matches(".select2-selection") ? "" : wordsOfIds(source.getAttribute("aria-labelledby")))
            || (inner && tidy([...(inner.labels ?? [])].map(ownWords).join(" "))) || (inner && wordsOfIds(inner.getAttribute("aria-labelledby")))
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
            return chosen.matches(".choices__placeholder,.select2-selection__placeholder") || chosen.querySelector(".select2-selection__placeholder") ? "" : tidy(chosen.innerText) || tidy(element.querySelector("input")?.value);
        const inner = element.querySelector("input:not([type='hidden'])");
        return ownListWords(element) || tidy(inner?.value);
    }

    function ownListWords(element) {
        let text = "";
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const inside = node.parentElement.closest(".input-field-select-options,[role='listbox'],[class*='placeholder' i],svg");
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
        if (event.isTrusted)
            met = event.composedPath();
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
        if (deep(CALENDARS).some(shown)) // it hangs over the fields below until something else is touched
            document.body.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
        return true;
    }

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

    function press(index) {
        const element = known[index];
        if (!element?.isConnected)
            return null;
        element.click();
        return { checked: element.checked === true };
    }

    function openRows() {
        rows = deep(ROWS).filter(row => shown(row) && row.getAttribute("aria-disabled") !== "true" && !row.matches(".select2-results__message,.loading-results,.ng-option-disabled")).slice(0, MOST_ROWS);
        return { rows: rows.map(row => tidy(row.innerText)), search: searchBox() !== null };
    }

    function searchBox() {
        const list = rows[0]?.closest(".input-field-select,.input-field-select-options,.select2-dropdown,.choices,.sv-popup,.ng-dropdown-panel,.ant-select-dropdown,[role='listbox']");
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
        const field = searchBox();
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

    // The file as the page's own input gets it; no file is anywhere.
    function giveFile(index, name, type, encoded) {
        const element = known[index];
        if (!element?.isConnected)
            return null;
        const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
        const carried = new DataTransfer();
        carried.items.add(new File([bytes], name, { type }));
        element.files = carried.files;
        tell(element, "input", "change");
        return { size: element.files[0]?.size ?? 0 };
    }

    function frames() { // where each frame of this one lies; its box without borders
        return deep("iframe,frame").filter(each => each.isConnected).map(each => {
            const box = each.getBoundingClientRect(), look = style(each), left = each.clientLeft + parseFloat(look.paddingLeft), top = each.clientTop + parseFloat(look.paddingTop);
            return { name: each.name || each.id || "", address: each.src || "", usable: shown(each) && usable(each), x: box.x + left, y: box.y + top,
                width: each.clientWidth - parseFloat(look.paddingLeft) * 2, height: each.clientHeight - parseFloat(look.paddingTop) * 2 };
        });
    }

    // The button with which a login page makes its symbol anew.
    function renewal() {
        const words = /^(tải lại|làm mới|lấy lại mã|lấy mã mới|tạo mã mới|tải lại mã|refresh)/i;
        const button = deep("button,a,[role='button'],div[onclick],span[onclick]").filter(shown).find(each => words.test(tidy(each.innerText)));
        if (!button)
            return null;
        button.scrollIntoView({ block: "nearest", behavior: "instant" });
        const box = boxOf(button);
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }

    // The page's own way out: it ends the session where it was begun, which no address of another page may do.
    function signOut() {
        const words = /^(đăng xuất|sign out|log ?out)$/i;
        const button = deep("a,button,[role='button'],[role='menuitem'],[onclick]").find(each => words.test(tidy(each.textContent)));
        button?.click();
        return button !== undefined;
    }

    const quiet = () => Math.round(performance.now() - changed);

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

    globalThis.kioskForm = { signOut, asked, pick, scan, words, place, focus, leave, put, choose, press, openRows, search, placeOfRow, rowStands, touched, touchedRow, furtherRows, pressRow, giveFile, frames, renewal, quiet };
})();
