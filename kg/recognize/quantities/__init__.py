"""Numbers, money, shares, power and dates found in a text and normalised, by the words of its language."""

from kg.recognize.quantities.find import find_quantities

__all__ = ["find_quantities"]
