"""Coached journeys (VNeID activation, the seven ways …) as explicit graphs of steps, choices and exits."""
