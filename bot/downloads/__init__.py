"""What signed links open: who is let in, a file that was asked for, and a reviewer's page of one leaf's evidence."""
