"""The app's pages over the public API, and how to serve them.

Streamlit is imported by the page modules and by nothing else: `server` starts the app without it.
"""
