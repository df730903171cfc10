"""What asks about one event after the other."""


class Checks:
    """Asks the method `check_…` named after an event's type, where there is one, before the fold follows the event."""

    def __init__(self, fold, report):
        self.fold = fold
        self.report = report

    def check(self, event, entry):
        ask = getattr(self, "check_" + event.type.replace(".", "_").replace("-", "_"), None)
        if ask is not None:
            ask(event, entry, event.data)

    def expect(self, holds, code, place, words):
        return self.report.expect(holds, code, place, words)
