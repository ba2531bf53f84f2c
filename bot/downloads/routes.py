"""Every address of the signed links."""

from bot.downloads import files, looking

routes = [*files.routes, *looking.routes]
