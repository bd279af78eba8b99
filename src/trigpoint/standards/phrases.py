"""Parts of standards that several of them say in the same words."""

from trigpoint.standards.language import AllOf, ExceptWhere, Is, Not, Written

#: Nothing written is not cancelled: the mark is there only where somebody made it.
CANCELLED = ExceptWhere(
    words="the conference was cancelled",
    condition=AllOf((Written("cancelled"), Is("cancelled", ("true",)))),
)

#: A conference that was held: the record of a cancelled one carries its date, too.
HELD = Not(CANCELLED.condition)
