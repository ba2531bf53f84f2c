"""Every address of the upload page, in the order in which they are tried: a link's token may be anything."""

from bot.upload import doors, files, form, home, oauth

routes = [*home.routes, *files.routes, *form.routes, *oauth.routes, *doors.routes]
