.pragma library
// What stands on the keys. Text, not looks: widths are in keys.

function letters(line) {
    return line.split(" ").map(letter => ({ text: letter, put: letter }));
}

function marked() {
    return letters("ă â đ ê ô ơ ư");
}

function tones(words) { // words: the names of the five tones in the language of the screen
    return ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"].map((mark, i) => ({ text: words[i], name: words[i], tone: mark }));
}

function digits() {
    return letters("1 2 3 4 5 6 7 8 9 0");
}
