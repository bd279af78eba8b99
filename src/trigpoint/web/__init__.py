"""The site: settings, pages by audience, templates. Start at `site`."""
