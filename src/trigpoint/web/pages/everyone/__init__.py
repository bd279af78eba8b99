"""Pages for anybody who can sign in, and the sign-in itself."""
