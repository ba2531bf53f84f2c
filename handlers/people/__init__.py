"""人: who is on the roster, who speaks, and whom words name."""
