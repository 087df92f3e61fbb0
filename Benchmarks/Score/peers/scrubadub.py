"""scrubadub with its default detectors: credentials, cards, e-mail, telephones, URLs and others."""

from peer import Tool, package


def make():
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return lambda text, dialect: scrubber.clean(text)


TOOLS = [Tool("scrubadub", "scrubadub", "text", package("scrubadub"), make=make)]
