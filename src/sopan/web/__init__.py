"""SOPAN as a web application: the office where procedures are identified, written, ratified and watched."""
