from tocsin.routing.draft_offices import offices_of_draft
from tocsin.terms.offices import Accreditation, Reach, Told

TOLD = Told("appeal", "own.txt", "2011-06-15")


def contact(office, stands, serves, **fields):
    plain = {
        "role": "target", "kind": "embassy", "office": office, "person": None, "of_country": "KZ", "in_country": stands,
        "serves": serves, "address": None, "phones": [], "faxes": [], "emails": [], "redacted_emails": 0, "same_as": None,
    }  # fmt: skip
    return {**plain, **fields}


def offices(*contacts):
    return offices_of_draft(
        {"source": {"name": "own.txt", "published": "2011-06-15"}, "contacts": list(contacts)}
    )


def test_one_office_printed_under_several_countries_is_one():
    number = {"as_written": "(4420)-79460000", "e164": "+442079460000", "valid": True, "repaired": None}
    (office,) = offices(
        contact("Embassy of Kazakhstan in Norway", "GB", ["NO"], address="1 Square, London", phones=[number], redacted_emails=1),
        contact("Embassy of Kazakhstan in Ireland", "GB", ["IE"], address="1 Square, London", phones=[number], redacted_emails=1, same_as=0),
    )  # fmt: skip
    assert office.name == "Embassy of Kazakhstan in London"
    assert (office.city, office.in_country, office.redacted_emails) == ("London", "GB", 1)
    assert office.accreditations == (Accreditation("NO", TOLD), Accreditation("IE", TOLD))
    assert office.reaches == (
        Reach("phone", "+442079460000", TOLD, "(4420)-79460000"),
        Reach("post", "1 Square, London", TOLD, "1 Square, London"),
    )


def test_countries_in_notes_are_covered_besides():
    (office,) = offices(contact("Embassy of Kazakhstan in Rome, Italy", "IT", ["IT", "GR"]))
    assert office.name == "Embassy of Kazakhstan in Rome, Italy"
    assert office.accreditations == (Accreditation("IT", TOLD), Accreditation("GR", TOLD, "covers"))


def test_the_mission_to_the_united_nations_keeps_its_name():
    name = "Permanent Mission of Kazakhstan to the United Nations in New York"
    (office,) = offices(contact(name, "US", ["UN"], kind="permanent_mission"))
    assert (office.name, office.city) == (name, "New York")


def test_what_is_no_office_is_left_out():
    assert offices(
        contact(None, None, [], kind="other", redacted_emails=3),
        contact("Kazakhstan embassies", None, []),
        contact("striking workers", "KZ", ["KZ"], kind="other", role="solidarity_to"),
        contact("campaign", "GB", ["GB"], kind="ngo", role="organiser"),
    ) == ()  # fmt: skip
