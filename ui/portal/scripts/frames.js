// Files given to the page, the frames in it, and its own ways out.

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
