"""A report taken apart: its words, sentences, lexicon entries, dates, clock times and numbers."""
