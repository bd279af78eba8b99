"""Random streams: one for each purpose."""

from trigpoint.synthetic.streams import Streams


def test_the_same_seed_and_name_draw_the_same() -> None:
    """A stream is keyed by seed and name alone."""
    one, other = Streams(4).of("missing").random(5), Streams(4).of("missing").random(5)
    assert one.tolist() == other.tolist()


def test_drawing_from_one_stream_moves_no_other() -> None:
    """Draws of one purpose leave the draws of another where they were."""
    streams = Streams(4)
    streams.of("missing").random(99)
    assert streams.of("care").random() == Streams(4).of("care").random()


def test_other_seeds_and_names_draw_otherwise() -> None:
    """Neither another seed nor another name gives the same draws."""
    draw = Streams(4).of("missing").random()
    assert draw not in (
        Streams(5).of("missing").random(),
        Streams(4).of("care").random(),
    )
