"""Changes to tupoksi, titles and needs. Each asks a policy, makes the change, and records it."""
