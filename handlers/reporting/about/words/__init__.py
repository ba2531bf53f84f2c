"""问话的字眼: the words that tell each facet, by what is asked about."""
