"""Card reader drivers and what stands behind them."""
