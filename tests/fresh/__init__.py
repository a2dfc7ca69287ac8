"""`./station fresh`: what a newcomer, a technician and a province do first, played in fresh places; needs root."""
