"""HTTP in and out: routes, bodies, checks against the specification, answers."""
