"""The rules engine (评分): a rubric and reported facts become a score sheet, in exact decimals."""
