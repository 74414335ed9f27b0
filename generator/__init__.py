"""From source documents to a timeline in which every statement is proven.

Start reading at `generator.pipeline`: it is the table of contents.
"""

__version__ = "0.1.0"
