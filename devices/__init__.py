"""The physical edges; knows nothing of visits, forms or screens."""
