"""`./station windows`: the folder for Windows built, installed and played under Wine. No real Windows was there."""
