"""What other sites show of this one: cards as pictures, frames, and where they are."""
