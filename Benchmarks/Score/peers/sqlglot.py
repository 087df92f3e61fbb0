"""sqlglot: parses in the dialect, replaces each literal by `?`, drops comments, writes it again.

What sqlglot cannot parse stays as it is and is counted as unread.
"""

import logging

from peer import Tool, Unread, package

DIALECTS = {"mssql": "tsql", "mariadb": "mysql", "standard": "", "any": "", None: ""}


def make():
    import sqlglot
    from sqlglot import exp

    logging.disable(logging.CRITICAL)
    literals = (
        exp.Literal, exp.National, exp.HexString, exp.BitString, exp.ByteString, exp.RawString,
        exp.UnicodeString, exp.Heredoc,
    )

    def scrub(text, dialect):
        dialect = DIALECTS.get(dialect, dialect)
        try:
            trees = sqlglot.parse(text, read=dialect)
            masked = [
                tree.transform(
                    lambda node: exp.Placeholder() if isinstance(node, literals) else node
                ).sql(dialect=dialect, comments=False)
                for tree in trees
                if tree is not None
            ]
        except (sqlglot.errors.SqlglotError, RecursionError, ValueError, AttributeError, TypeError):
            raise Unread from None
        return "; ".join(masked)

    return scrub


TOOLS = [Tool("sqlglot", "sqlglot", "sql", package("sqlglot"), make=make)]
