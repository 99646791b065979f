"""Filled forms made by other programs than reportlab, in layouts of their own, with their truth."""
