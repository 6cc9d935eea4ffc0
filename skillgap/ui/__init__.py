"""The dashboard. Only this room and ``app.py`` use Streamlit."""
