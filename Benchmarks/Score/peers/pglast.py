"""pglast: PostgreSQL's own parser; constants become `?`, the tree is printed again without comments.

It is run on every dialect; what PostgreSQL cannot parse stays as it is and is counted as unread.
"""

from peer import Tool, Unread, package


def make():
    import pglast
    from pglast import ast
    from pglast.parser import ParseError
    from pglast.stream import RawStream
    from pglast.visitors import Visitor

    class Mask(Visitor):
        def visit_A_Const(self, ancestors, node):
            # TRUE, FALSE and NULL disclose nothing that the statement's shape does not.
            if isinstance(node.val, ast.Boolean) or node.isnull:
                return None
            return ast.ParamRef(number=0)

    def scrub(text, dialect):
        try:
            tree = pglast.parse_sql(text)
            Mask()(tree)
            # The printer writes parameter 0 as `$0`; nothing else can be that.
            return RawStream()(tree).replace("$0", "?")
        except (ParseError, RecursionError, NotImplementedError, AttributeError, TypeError,
                ValueError, UnicodeError):
            raise Unread from None

    return scrub


TOOLS = [Tool("pglast", "pglast", "sql", package("pglast"), make=make)]
