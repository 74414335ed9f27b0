"""The timeline for programs: files with all of it, and one beside each page."""
