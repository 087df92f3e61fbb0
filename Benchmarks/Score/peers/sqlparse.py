"""sqlparse: its tokens; literals become `?`, comments a space. It knows no dialects and never fails."""

from peer import Tool, Unread, package


def make():
    import sqlparse
    from sqlparse import tokens
    from sqlparse.exceptions import SQLParseError

    def mask(token):
        if token.ttype in tokens.Comment:
            return " "
        # Single quotes are a literal; double quotes (`Symbol`) are a name in the standard.
        if token.ttype in tokens.Literal and token.ttype not in tokens.Literal.String.Symbol:
            return "?"
        return token.value

    def scrub(text, dialect):
        try:
            return "".join(
                mask(token) for statement in sqlparse.parse(text) for token in statement.flatten()
            )
        except (SQLParseError, RecursionError):
            raise Unread from None

    return scrub


TOOLS = [Tool("sqlparse", "sqlparse", "sql", package("sqlparse"), make=make)]
