"""What runs the site: `sopan serve`, `migrate`, `createadmin`, `worker`. `cli` finds them by their entry points.

Their modules load Django only when a command runs: `sopan --help` has to be there at once.
"""
