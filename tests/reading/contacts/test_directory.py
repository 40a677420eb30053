"""Directories of missions, as appeals print them: one line each, cut, redacted and run together."""

from tests.reading.contacts.rows import contacts, rows

DIRECTORY = """Embassies of Belarus are listed below:
Consulate of Belarus in New York, United States of America – Consulate of Belarus in New York, United States of America –
Embassy of Belarus in Paris, France – Embassy of Belarus in Paris, France –
Embassy of Belarus in Vienna, Austria – A – 1140 Wien telbergstrasse 177; (431)-4196300 (431)-41963060 [email protected]
Embassy of Belarus in Cairo, Egypt – 26 Sample Str., Cairo; (202)-3780000, (202)-3780100 (202)-3780200 [email protected], [email protected]
Embassy of Belarus in Estonia – Vilnius 2001, Sample Str., 7; (3702)-266200 (3702)-266201 [email protected]
Embassy of Belarus in Latvia – Vilnius 2001, Sample Str., 7; (3702)-266200 (3702)-266201 [email protected]
Embassy of Belarus in Georgia – (8822)-950000 (822)-950001
Embassy of Belarus in Rome, Italy – Via Sample 31, Roma; (3906)-8208140 (3906)-8208141 [email protected] Embassy (Rome) (Ambassador cross-accredited to Greece and Malta)
Embassy of Belarus in Paris, France – 38 Boulevard Sample, 75016 Paris; (331)-44146900 (331)-44146901 [email protected]
Embassy of Belarus in Norway – Sample Square London W8 5DL; (4420)-79370000 (4420)-73610000 [email protected] Ambassador with residence in London.
Embassy of Belarus in United Kingdom – Sample Square London W8 5DL; (4420)-79370000 (4420)-73610000 [email protected] Embassy (London) (Ambassador cross-accredited to Norway); Sample Square London; Uzbekistan 53 ample St.; Embassy (Tashkent) (Ambassador cross-accredited to Tajikistan).
Be the first to comment"""  # fmt: skip


def test_one_entry_a_line_with_where_it_stands_and_whom_it_serves():
    assert rows(DIRECTORY, "kind", "of_country", "in_country", "serves", "redacted_emails") == [
        ("consulate", "BY", "US", ("US",), 0),
        ("embassy", "BY", "FR", ("FR",), 0),
        ("embassy", "BY", "AT", ("AT",), 1),
        ("embassy", "BY", "EG", ("EG",), 2),
        ("embassy", "BY", "LT", ("EE",), 1),
        ("embassy", "BY", "LT", ("LV",), 1),
        ("embassy", "BY", None, ("GE",), 0),
        ("embassy", "BY", "IT", ("IT", "GR", "MT"), 1),
        ("embassy", "BY", "FR", ("FR",), 1),
        ("embassy", "BY", "GB", ("NO",), 1),
        ("embassy", "BY", "GB", ("GB", "NO"), 1),
        ("embassy", "BY", "UZ", ("UZ", "TJ"), 0),
    ]


def test_numbers_stand_with_their_office_the_fax_last():
    found = {c.serves[0]: c for c in contacts(DIRECTORY) if c.phones}
    assert [(n.as_written, n.e164) for n in found["AT"].phones] == [("(431)-4196300", "+4314196300")]
    assert [(n.as_written, n.e164) for n in found["AT"].faxes] == [("(431)-41963060", "+43141963060")]
    assert [n.e164 for n in found["EG"].phones] == ["+20223780000", "+20223780100"]
    assert [n.e164 for n in found["EG"].faxes] == ["+20223780200"]
    assert [n.e164 for n in found["EE"].phones] == ["+37052266200"]


def test_what_was_lost_or_is_old_is_said():
    assert rows(DIRECTORY, "warnings", "same_as") == [
        (("no_channel",), None),
        (("no_channel",), None),
        (("lost_text",), None),
        (("stale_numbers",), None),
        (("stale_numbers",), None),
        (("stale_numbers", "repeated_office"), 4),
        (("stale_numbers",), None),
        ((), None),
        (("repeated_office",), 1),
        ((), None),
        (("run_on_entry", "repeated_office"), 9),
        (("run_on_entry", "lost_text"), None),
    ]


def test_addresses_are_as_printed_and_a_heading_printed_twice_is_none():
    found = [address for (address,) in rows(DIRECTORY, "address")]
    assert found[:5] == [
        None,
        None,
        "A – 1140 Wien telbergstrasse 177",
        "26 Sample Str., Cairo",
        "Vilnius 2001, Sample Str., 7",
    ]
    assert found[-1] == "53 ample St"


def test_every_span_holds_the_words_it_was_read_from():
    for contact in contacts(DIRECTORY):
        (span,) = contact.spans
        printed = DIRECTORY[span.start : span.end]
        assert printed.count("[email protected]") == contact.redacted_emails
        assert all(number.as_written in printed for number in contact.phones + contact.faxes)
        for name, spans in contact.field_spans.items():
            assert all(span.start <= s.start < s.end <= span.end for s in spans), name


def test_a_list_headed_by_countries():
    text = (
        "Protest at the embassies of Chad:\n"
        "Germany: Sample Str. 4, Berlin. Tel: +49 30 1234567. E-mail: berlin@example.org\n"
        "Denmark (also accredited to Iceland): Sample Vej 22, 2900 Hellerup. Tel. +45 39 62 39 99\n"
    )
    assert rows(text, "of_country", "in_country", "serves", "phones", "emails") == [
        ("TD", "DE", ("DE",), ("+49301234567",), ("berlin@example.org",)),
        ("TD", "DK", ("DK", "IS"), ("+4539623999",), ()),
    ]


def test_headings_on_lines_of_their_own():
    text = (
        "Embassy of Belarus in the United Kingdom\n6 Sample Court, London W8 5DL\nTel: 020 7937 0000\n"
        "Fax: 020 7361 0000\nuk@example.org\n\n"
        "Embassy of Belarus in Germany\nAm Sample Park 32\n12435 Berlin\nTel: (030) 53 63 590\n"
    )
    assert rows(text, "office", "in_country", "address", "phones", "faxes", "emails") == [
        (
            "Embassy of Belarus in the United Kingdom", "GB", "6 Sample Court, London W8 5DL",
            ("+442079370000",), ("+442073610000",), ("uk@example.org",),
        ),
        ("Embassy of Belarus in Germany", "DE", "Am Sample Park 32 12435 Berlin", ("+49305363590",), (), ()),
    ]  # fmt: skip


def test_prose_about_embassies_is_no_directory():
    assert rows("Embassies were closed yesterday, and the embassy of Chad in Paris too.", "office") == []
    assert rows("Italy — workers were attacked. See http://example.org", "office") == []
