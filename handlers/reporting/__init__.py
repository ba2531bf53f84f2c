"""填报: values that contacts type, the questions they raise, and what follows from having reported."""
