"""One QObject per screen: frozen inputs, a pure derive function, frozen props, changes only."""
