"""问一项、问清单、问得分: which facet of what a question asks for, told from the document, the store or the engine."""
