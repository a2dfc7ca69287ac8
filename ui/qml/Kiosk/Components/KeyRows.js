.pragma library
// What stands on the keys. Text, not looks: widths are in keys.

function letters(line) {
    return line.split(" ").map(letter => ({ text: letter, put: letter }));
}

function marked() {
    return letters("ă â đ ê ô ơ ư");
}

function tones(words) { // words: the names of the five tones in the language of the screen
    return ["s", "f", "r", "x", "j"].map((key, i) => ({ text: words[i], name: words[i], mark: key }));
}

function digits() {
    return letters("1 2 3 4 5 6 7 8 9 0");
}
