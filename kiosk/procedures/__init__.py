"""The catalogue of public-service procedures and the search over it."""
