"""Streamlit entry: navigation and nothing else."""

import streamlit as st

from sitmap.pages import situation


def main() -> None:
    """Draw the page that the address names."""
    st.navigation([st.Page(situation.page, default=True)], position="hidden").run()


if __name__ == "__main__":
    main()
