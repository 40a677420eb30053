"""The steps of `build_directory.py`: from raw tables to what ships in `src/tocsin/routing/shipped/`."""
