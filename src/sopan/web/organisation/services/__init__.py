"""Changes to the organisation. Each asks a policy, makes the change, and records it."""
