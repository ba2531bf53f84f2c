"""The pages that people open in a browser: templates, style, scripts and the font they share."""
