"""An officer's list held against cards: read, understood, matched and copied by a process of its own.

`container` and `tables` read xlsx and csv without trusting them; `old_fonts` and `encodings` tell and convert what
Vietnamese offices wrote before Unicode; `columns` guesses what each column means; `matching` finds a card's row;
`copying` writes the copy. `process` is the program that does it, `line` speaks to it. Formulas are neither run nor
written, and nothing is ever written over the officer's own file.
"""
