"""What a verification says: findings, facts, and what was not checked."""

MOST_FINDINGS = 2_000


class Report:
    def __init__(self):
        self.findings = []
        self.facts = {"entries": 0, "votes": 0, "ballots": 0, "resolutions": 0, "checkpoints": 0}
        self.not_checked = ["C11, C11b: text inside DOCX and PDF: not checked"]
        self._seen = set()

    def finding(self, code, place, words):
        key = (code, place, words)
        if key in self._seen or len(self.findings) >= MOST_FINDINGS:
            return
        self._seen.add(key)
        self.findings.append({"code": code, "place": place, "words": words})

    def expect(self, holds, code, place, words):
        """Says so where something does not hold; returns whether it does."""
        if not holds:
            self.finding(code, place, words)
        return bool(holds)

    def leave_open(self, words):
        if words not in self.not_checked:
            self.not_checked.append(words)

    def as_data(self):
        return {
            "outcome": "findings" if self.findings else "right",
            "findings": self.findings,
            "facts": self.facts,
            "notChecked": self.not_checked,
        }
