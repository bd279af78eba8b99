"""Pages, by who reads them; the folder is the audience."""
