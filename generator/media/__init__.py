"""Files in `content/media/` into pictures that pages can show, each in a few sizes.

`read_pictures` tells which there are and what is wrong with others, and hands over
what makes the bytes of one size when they are asked for; `forget_others` clears away
what is remembered of pictures that are gone.
"""

from generator.media.shelf import PictureFailedError, forget_others, read_pictures

__all__ = ["PictureFailedError", "forget_others", "read_pictures"]
