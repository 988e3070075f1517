"""Streamlit entry of the checkout: navigation and nothing else."""

from sitmap.pages import entry

entry.main()
