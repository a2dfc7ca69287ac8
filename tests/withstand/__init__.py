"""What the station withstands, each promise with a real process: part `withstand` of CI, `./station withstand`."""
