"""One capture → its documents and their lines; page furniture goes here."""
