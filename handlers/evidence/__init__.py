"""佐证材料: what people hand in as proof: received, kept, filed, listed and checked."""
