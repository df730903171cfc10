"""Self-test of the primitives: `python3 -m unittest` in this folder."""

import base64
import unittest
from fractions import Fraction

import ed25519
from canonical import NotCanonical, from_base64, jcs, parse, parse_canonical, same
from checkpoints import parse_checkpoint, parse_key
from decision import count_decision
from names import number_parts, short_title
from ranking import bridge_points, count_ranking
from report import Report
from shortlist import price
from tegerek_verify import verify
from wording import common_subsequence, departure, falls, merged

# RFC 8032, 7.1: public key, message, signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


class CanonicalJson(unittest.TestCase):
    def test_members_are_sorted_by_utf16_units(self):
        value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
        self.assertEqual(jcs(value), '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}')

    def test_strings_are_escaped_as_little_as_rfc_8785_says(self):
        self.assertEqual(jcs('\u20ac$\u000f\nA\'B"\\\\"/\u007f\u2028'), '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"')

    def test_numbers_are_safe_integers(self):
        self.assertEqual(jcs([0, -1, 9007199254740991, 3.0, True, None]), "[0,-1,9007199254740991,3,true,null]")
        for number in (1.5, 2 ** 53, float("inf"), float("nan")):
            with self.assertRaises((NotCanonical, OverflowError)):
                jcs(number)

    def test_what_is_no_canonical_json_is_refused(self):
        for data in (b'{"b":1,"a":2}', b"[1.0]", b"[-0]", b"[1e2]", b'{"a":1,"a":1}', b' 1', b'"\\u0041"', b'"\\ud800"', b'"\\u0000"', b"\xff", b"NaN"):
            with self.assertRaises(NotCanonical, msg=data):
                parse_canonical(data)

    def test_deep_nesting_is_refused(self):
        with self.assertRaises(NotCanonical):
            parse(b"[" * 200_000)

    def test_true_is_not_one(self):
        self.assertFalse(same(True, 1))


class Encodings(unittest.TestCase):
    def test_base64_of_rfc_4648_in_its_canonical_form(self):
        self.assertEqual(from_base64("Zm9vYmE="), b"fooba")
        for text in ("Zm9vYmE", "Zm9vYmF=", "Zm9v YmE=", "Zm9vYmE=\n", "Zm9v-mE=", "ж"):
            self.assertIsNone(from_base64(text), text)

    def test_a_key_fits_its_id(self):
        key = "tegerek.test/log-key+f0672991+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
        self.assertEqual(parse_key(key).id.hex(), "f0672991")
        self.assertIsNone(parse_key(key.replace("f0", "f1")))

    def test_a_checkpoint_has_exactly_its_form(self):
        zeros, signature = base64.b64encode(bytes(32)).decode(), base64.b64encode(bytes(68)).decode()
        log = "00000000-0000-4000-8000-000000000001"
        note = "h.example/log/%s/chain/v1\n7\n%s\n\n\u2014 k %s\n" % (log, zeros, signature)
        self.assertEqual(parse_checkpoint(note.encode()).seq, 7)
        for broken in (note[:-1], note.replace("\n7\n", "\n07\n"), note.replace("\u2014", "-"), note.replace("\n\n", "\n")):
            self.assertIsNone(parse_checkpoint(broken.encode()))


class Signatures(unittest.TestCase):
    def test_vectors_of_rfc_8032(self):
        for public, message, signature in RFC_8032:
            public, message, signature = (bytes.fromhex(part) for part in (public, message, signature))
            self.assertTrue(ed25519.verify(public, message, signature))
            self.assertFalse(ed25519.verify(public, message + b"!", signature))
            self.assertFalse(ed25519.verify(public, message, signature[:-1] + bytes([signature[-1] ^ 1])))

    def test_a_scalar_beyond_the_order_is_refused(self):
        public, message, signature = (bytes.fromhex(part) for part in RFC_8032[0])
        scalar = int.from_bytes(signature[32:], "little") + ed25519.L
        self.assertFalse(ed25519.verify(public, message, signature[:32] + scalar.to_bytes(32, "little")))


class Counting(unittest.TestCase):
    half = {"num": 1, "den": 2, "comparator": ">"}

    def rule(self, **changed):
        rung = {"overall": self.half, "group": None, "weightedShare": None}
        rule = {
            "algorithm": {"id": "yes-no", "version": 1}, "ballot": "yes-no-abstain", "base": "yes+no",
            "broadAgreement": None, "consensus": False, "groups": ["a", "b"], "majority": rung,
            "quorum": {"counted": "cast", "overall": None, "perGroup": None}, "requiredGroups": [],
            "tie": "undecided", "veto": None, "weights": {},
        }
        return dict(rule, **changed)

    def count(self, rule, choices):
        rows = [{"choice": choice, "group": group, "number": 1} for group, choice in choices]
        return count_decision(rule, {"a": 2, "b": 2}, rows, [], "")

    def test_a_tie(self):
        tied = [("a", "yes"), ("b", "no")]
        self.assertEqual(self.count(self.rule(), tied)["grade"], "undecided")
        adopted = self.count(self.rule(tie="adopted", consensus=True), tied)
        self.assertEqual((adopted["grade"], adopted["tie"], adopted["failed"]), ("majority", True, [{"id": "consensus.no-objection"}]))

    def test_a_veto(self):
        rule = self.rule(veto={"groups": ["b"], "threshold": self.half})
        result = self.count(rule, [("a", "yes"), ("a", "yes"), ("b", "no")])
        self.assertEqual((result["grade"], result["failed"]), ("not-adopted", [{"id": "veto.group", "group": "b"}]))

    def test_weights(self):
        group = {"needed": {"kind": "accepting-weight", "share": self.half}, "threshold": self.half}
        rung = {"overall": None, "group": group, "weightedShare": self.half}
        result = self.count(self.rule(majority=rung, weights={"a": {"num": 3, "den": 1}}), [("a", "yes"), ("b", "no")])
        self.assertEqual([c["actual"] for c in result["clauses"][1:]], [{"num": 3, "den": 4}] * 2)

    def test_a_cycle_is_a_tie_of_the_ranking(self):
        options = [{"id": o} for o in "xyz"]
        rows = [{"choice": list(choice), "group": "a", "number": n} for n, choice in enumerate(["xyz", "yzx", "zxy"], 1)]
        result = count_ranking({"shortlist": 1}, options, ["a"], rows, "")
        self.assertEqual(result["ranking"], [["x", "y", "z"]])
        self.assertEqual(result["borda"]["doubledScores"], {"x": 12, "y": 12, "z": 12})
        self.assertEqual(result["shortlist"]["needsLot"], ["x", "y", "z"])

    def test_exact_fractions(self):
        self.assertEqual(price([(0, Fraction(1, 10), 5), (1, Fraction(1), 2)]), Fraction(1, 4))
        self.assertIsNone(price([(0, Fraction(1, 10), 5)]))
        self.assertEqual(bridge_points(Fraction(1, 4), 2), 5000)


class Words(unittest.TestCase):
    def test_changes_apart_from_each_other_are_merged(self):
        self.assertEqual(merged("a b c d e", "A b c d e", "a b c d E"), "A b c d E")
        self.assertEqual(merged("2027", "2028", "2030"), "clash")
        self.assertIsNone(merged("a b c", "a x c", "a b y"))

    def test_what_falls(self):
        self.assertTrue(falls("2027", "2028", "2030"))
        self.assertTrue(falls("a b c", "a b C", "a b C"))
        self.assertFalse(falls("a b c d e", "A b c d e", "a b c d E"))

    def test_departure_is_bounded(self):
        self.assertEqual(common_subsequence("ABCBDAB", "BDCABA"), 4)
        self.assertEqual(departure("2027", "2028"), (2, 8))

    def test_numbers_and_titles(self):
        self.assertLess(number_parts("1.9"), number_parts("1.10"))
        self.assertEqual(short_title("x" * 201), "x" * 199 + "…")
        self.assertEqual(short_title("x" * 200), "x" * 200)


class Malformed(unittest.TestCase):
    def test_what_is_no_bundle(self):
        for data in (b"", b"not a bundle", b"PK\x05\x06" + b"\0" * 18):
            self.assertEqual(verify(data)["outcome"], "unreadable")

    def test_a_finding_is_said_once(self):
        report = Report()
        for _ in range(2):
            report.finding("a", "b", "c")
        self.assertEqual(len(report.findings), 1)


if __name__ == "__main__":
    unittest.main()
