"""Letters with their addressees, copies on lines of their own, and lists of addresses below a request."""

from tocsin.reading.read import read_text
from tocsin.terms.contacts import Contact


def contacts(text: str) -> tuple[Contact, ...]:
    return tuple(c for c in read_text(text, "appeal.txt").contacts if c.role != "organiser")


def roles(text: str) -> list[tuple[str, str | None]]:
    return [(contact.role, contact.office) for contact in contacts(text)]


def test_lines_below_cc_are_copies_too() -> None:
    text = (
        "Letter to the Minister of Justice of Kenya\n\nDear Minister,\n\nPlease release the nine tailors.\n\n"
        "Sincerely\n\nCc: Attorney General, State Law Office, Nairobi\n"
        "Tailors Rights Committee, Old Town Hall, Mombasa\n"
        "Ambassador of the Republic of Kenya, 12 Model Street, Ottawa\n\nNo comments"
    )
    copies = [office for role, office in roles(text) if role == "copy_to"]
    assert len(copies) == 3
    assert copies[1] == "Tailors Rights Committee"


def test_place_and_day_may_stand_between_an_address_and_its_salutation() -> None:
    text = (
        "Write for Amal Sample\n\nPublic Prosecutor\nOffice of the Public Prosecutor\nModel Road 1\nCAIRO\nEGYPT\n\n"
        "Sampleville, April 2020.\n\nDear Counsellor,\n\nI am writing about the arrest of Amal Sample in Cairo."
    )
    assert [(c.role, c.in_country) for c in contacts(text)] == [("target", "EG")]


def test_a_circular_to_colleagues_is_no_letter_to_an_office() -> None:
    text = (
        "Circular 12\n\nTo the Secretary, all Branches,\nRegional Councils\n\nDear Colleagues,\n\n"
        "Our brother Juan Sample was arrested in Colombia."
    )
    assert roles(text) == []


def test_addresses_of_officials_in_chinese() -> None:
    text = (
        "作家被拘留\n\n作家甲乙丙在北京被拘留。\n\n政府官员地址:\n"
        "主席 中华人民共和国国务院 邮编:北京100000\n院长 最高人民法院 北京市样本路1号 邮编:北京100001"
    )
    assert [c.in_country for c in contacts(text)] == ["CN", "CN"]


def test_a_letter_in_chinese_names_its_addressee_on_the_first_line() -> None:
    assert roles("中国政府领导人:\n我们呼吁立即释放被拘留的工人。") == [("target", "政府领导人")]


def test_bare_addresses_below_a_request_belong_to_the_office_asked() -> None:
    text = (
        "Grève de la faim\n\nEnvoyez des emails à l'ambassade.\n\n"
        "  • justice@ambassade.example\n  • presse@ambassade.example\n\nMerci de votre soutien."
    )
    found = contacts(text)
    assert [(c.kind, c.emails) for c in found] == [
        ("embassy", ("justice@ambassade.example", "presse@ambassade.example"))
    ]


def test_whom_a_letter_asks_its_addressee_to_speak_with_is_no_addressee() -> None:
    text = (
        "Lettre au président de la République\n\nMonsieur le président de la République,\n\n"
        "Quatorze ouvriers sont détenus. Nous vous demandons d'intervenir auprès du gouvernement turc."
    )
    assert "gouvernement" not in {office for _, office in roles(text)}


def test_a_leader_known_by_name_governs_his_own_country() -> None:
    text = (
        "Minsk: strikers held\n\nStrikers were arrested in Minsk, Belarus. Belarus holds nine of them.\n\n"
        "Please write to President Macron and ask him to speak out."
    )
    assert [c.in_country for c in contacts(text)] == ["FR"]


def test_copy_and_paste_sends_nobody_a_copy() -> None:
    text = (
        "Copia e incolla questa frase e poi inviala al presidente Prodi.\n\nGli operai sono detenuti a Kabul."
    )
    assert [(role, c.in_country) for c in contacts(text) for role in (c.role,)] == [("target", "IT")]


def test_numbers_below_a_heading_of_faxes_are_faxes() -> None:
    text = (
        "Strikers held\n\nSend letters to the prosecutor in Moscow, Russia.\n\nThe fax numbers are:\n\n"
        "Prosecutor General's Office: +7-495-5550101\n\nProsecutor of the Moscow Region: +7-495-5550102"
    )
    found = contacts(text)
    assert sorted(n.as_written for c in found for n in c.faxes) == ["+7-495-5550101", "+7-495-5550102"]
    assert not any(c.phones for c in found)


def test_the_last_of_several_phones_is_no_fax_where_the_fax_is_named_below() -> None:
    text = (
        "Hunger strike in Texas\n\nPlease call Governor Ann Sample's office at\n\n"
        "Phone (any of these, you can get through): (512) 555-0101 (512) 555-0102\n\nFAX: (512) 555-0103"
    )
    found = contacts(text)
    assert [number.as_written for c in found for number in c.faxes] == ["(512) 555-0103"]
    assert [(c.person, len(c.phones)) for c in found] == [("Ann Sample", 2)]


def test_an_office_in_another_clause_is_not_what_the_request_speaks_of() -> None:
    text = (
        "Amenaza\n\nNo aceptamos intimidaciones dirigidas a callar nuestra labor sindical, "
        "exigimos que la Fiscalía se pronuncie ante estos hechos en Colombia."
    )
    assert roles(text) == []
