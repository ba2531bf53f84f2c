"""旁的话: promises, requests, papers handed in, complaints beside or instead of a report, each answered by itself."""
