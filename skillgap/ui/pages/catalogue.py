"""The Catalogue page: skills, roles and their sources, and the user's data files."""

import streamlit as st

from skillgap.tables import catalogue as catalogue_tables
from skillgap.taxonomy.overlay import DataFile
from skillgap.ui import components, knowledge, navigation, own_role_editor, role_picker, session

st.title("Catalogue")
with st.expander("Add your own skills, roles or resources"):
    st.write(
        "TOML files in the format of the project's data folder. They apply to this session only and are not stored."
    )
    own = st.file_uploader("Your data files (TOML)", type=["toml"], accept_multiple_files=True)
    faults = knowledge.add_data(tuple(DataFile(one.name, one.getvalue()) for one in own)) if own else []
    if knowledge.has_own_data():
        st.button("Remove my data", on_click=knowledge.remove_data)
    if faults:
        components.refusal(f"{len(faults)} faults were found, so your files are not used. Fix them and upload again.")
        components.table(catalogue_tables.faults(faults), "Every fault with its file, key and rule")
with st.expander("Make your own role", key="own-role", on_change="rerun") as fold:
    own_role_editor.list_kept()
    if fold.open:
        own_role_editor.draw()
known = knowledge.loaded_taxonomy()
columns = st.columns(3)
columns[0].metric("Skills", len(known.skills))
columns[1].metric("Roles", len(known.roles))
columns[2].metric("Learning resources", len(known.resources))

st.header("Skills")
query = st.text_input("Find a skill by name, abbreviation or with a typing error")
every = session.memoised(catalogue_tables.catalogue, known)
hits = session.memoised(catalogue_tables.search_results, every, query, known)
st.text(f"{len(hits)} of {len(every)} skills")
components.table(hits, "Skills of the catalogue")
if len(hits) == 1:
    st.write("Related skills:")
    components.table(
        session.memoised(catalogue_tables.relations, str(hits["id"].iloc[0]), known),
        "Relations of the skill, each with its reason",
    )
components.download(every, "skills-catalogue.csv", "Download all skills as CSV")

st.header("Roles")
role = role_picker.choose_role()
st.text(role.about)
st.text(f"Source: {role.source}")
demands = session.memoised(catalogue_tables.role_demands, role, known)
components.table(demands, "Requirements of the role, with the terms of each importance")
components.download(demands, f"{role.id}.csv", "Download this role as CSV")

navigation.link("about", "\u2192 Sources of the facts")
