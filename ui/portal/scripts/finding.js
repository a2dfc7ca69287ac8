// What a control is, and whether a person could see, use and touch it.

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
