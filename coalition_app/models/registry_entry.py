"""An organization in a public registry, in a database of its own that can be loaded again."""
