"""The API: the same services and the same walls as the pages, for programs."""
