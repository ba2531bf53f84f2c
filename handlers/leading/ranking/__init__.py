"""比: units and assessed units beside one another, by points, values, goals or grades."""
