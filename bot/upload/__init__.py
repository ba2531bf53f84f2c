"""The upload page (上传页): who is let in, the pieces of files on disk, and the calls that the page makes."""
