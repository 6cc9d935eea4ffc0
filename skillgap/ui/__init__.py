"""The dashboard: with app.py the only room that knows Streamlit."""
