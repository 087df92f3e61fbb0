"""`python3 Benchmarks/Score/score_test.py`: the scorer's own behaviours."""

import random
import unittest

import score


def naive(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        last = row[:]
        for index, y in enumerate(b):
            row[index + 1] = last[index] + 1 if x == y else max(last[index + 1], row[index])
    return row[-1]


def record(text, secrets, keep, kind="text"):
    return {"id": "t", "kind": kind, "text": text, "secrets": secrets, "keep": keep}


PATH = {"class": "path", "value": "/a/jane/x", "parts": ["jane"], "form": "bare", "start": 5, "end": 14}


class ScoreTest(unittest.TestCase):
    def test_common_subsequence_agrees_with_its_naive_twin(self):
        seed = random.randrange(1 << 32)
        rng = random.Random(seed)
        for _ in range(2000):
            a = [rng.choice("abcde") for _ in range(rng.randrange(90))]
            b = [rng.choice("abcdef") for _ in range(rng.randrange(90))]
            self.assertEqual(score.common(a, b), naive(a, b), f"seed {seed}")

    def test_one_surviving_part_is_a_leak(self):
        total = score.score([record("open /a/jane/x", [PATH], ["open"])], ["open <p>/jane"])
        self.assertEqual((total.removed.total(), total.leaks), (0, 1))
        self.assertEqual(total.failures[0]["survived"], ["jane"])

    def test_a_fragment_that_is_no_part_is_no_leak(self):
        total = score.score([record("open /a/jane/x", [PATH], ["open"])], ["open /a/<p>"])
        self.assertEqual((total.removed.total(), total.leaks), (1, 0))

    def test_a_secret_without_parts_counts_by_its_value(self):
        secret = {"class": "token", "value": "k9", "parts": [], "form": "bare"}
        total = score.score([record("a k9", [secret], ["a"])] * 2, ["a k9", "a"])
        self.assertEqual(total.recall("token"), 0.5)

    def test_words_count_in_order_and_without_punctuation_at_their_ends(self):
        total = score.score([record("", [], ["ENOENT:", "no", "such"])], ["(ENOENT) such, no"])
        self.assertEqual((total.words, total.kept), (3, 2))

    def test_a_statement_that_was_written_anew_keeps_its_words(self):
        kept = score.score([record("", [], ["select", "a=", "b"], "sql")], ["SELECT\n  A = b"])
        self.assertEqual(kept.precision(), 1)

    def test_controls_are_nothing_and_all(self):
        records = [record("open /a/jane/x now", [PATH], ["open", "now"])]
        nothing = score.score(records, score.untouched(records))
        answer = score.score(records, score.cut_out(records))
        self.assertEqual((nothing.recall(), nothing.precision()), (0, 1))
        self.assertEqual((answer.recall(), answer.precision()), (1, 1))

    def test_a_form_tells_where_a_secret_ends_by_quotes_or_without_spaces(self):
        self.assertTrue(score.space_free(PATH))
        self.assertTrue(score.space_free(PATH | {"value": "/a/jane doe/x", "form": "quoted"}))
        self.assertFalse(score.space_free(PATH | {"value": "/a/jane doe/x"}))


if __name__ == "__main__":
    unittest.main()
