"""What has been worked out once and would be worked out the same again: a cache in the user's own folder.

It stands apart from every case file, on purpose. A case holds its truth and its layers and nothing that this
machine merely remembers, so that nothing here can damage one; and a case from a stranger brings no readings
that might say what its reports do not: they are read here, or were. What is kept is found by a digest of the
whole report (or of the whole case), in a file of the very program and data that made it: with another version
of either it is not found, and made anew. All of it may be deleted at any time.
"""

from sitmap.kept.store import Store, digest

__all__ = ["Store", "digest"]
