"""The debrief of a reviewed call: one view of it, as a page, as lines, as sheets of paper."""

from debriefs.page import page_of
from debriefs.paper import pdf_of
from debriefs.whole import Whole, whole_debrief

__all__ = ["Whole", "page_of", "pdf_of", "whole_debrief"]
