"""How sources and events are cited: in plain text, for programs, and as links that open
the original at the words that it is cited for."""

from generator.pages.citing.offers import Citing, Format, Offer, Place

__all__ = ["Citing", "Format", "Offer", "Place"]
