"""Words to make resolutions of: real openings, and phrases with the numbers that a reader may take for marks.

`°` is a place where a footnote mark may stand. No phrase is a paragraph of a real
resolution.
"""

SUBJECTS = (
    "trafficking in persons, especially women and children,",
    "the safety of navigation in the region",
    "the rights of the child, including those under the age of 18 years,",
    "sustainable fisheries and the conservation of marine living resources",
    "the prevention of hostage-taking and of the abduction of humanitarian personnel",
    "capacity-building in the least developed countries",
    "HIV/AIDS and other communicable diseases",
    "the peaceful uses of outer space",
)

# What a paragraph may recall, welcome, reaffirm or stress.
THINGS = (
    "the Convention on the Rights of the Child°",
    "the United Nations Convention against Transnational Organized Crime° and the Protocols thereto°",
    "the Universal Declaration of Human Rights°",
    "its resolution 77/228° of 15 December 2022",
    "its resolution 58/137 of 22 December 2003°",
    "its resolutions 49/166 of 23 December 1994, 51/66 of 12 December 1996 and 53/116 of 9 December 1998",
    "General Assembly resolution 2200 A (XXI) of 16 December 1966°",
    "Security Council resolution 1325 (2000)° of 31 October 2000",
    "the Treaty on Principles Governing the Activities of States, signed on 26 December 1967°",
    "the reports of 27 October 1953° and 9 November 1953° of the Chief of Staff",
    "Alliance 8.7 and the other partnerships that support target 8.7 of the Goals",
    "the Worst Forms of Child Labour Convention, 1999 (No. 182)°",
    "the 2030 Agenda for Sustainable Development°",
    "the report of the Secretary-General°",
    "the report of the Secretary-General (A/59/185 and Corr.1)",
    "the letter dated 28 February 2014 from the Permanent Representative (S/2014/136)",
    "the note by the Secretariat on document S/Agenda/8979",
    "the outcome of the Fourth World Conference on Women, held at Beijing from 4 to 15 September 1995°",
    "the obligations of States under Article 2 (4) of the Charter",
    "the provisions of articles 24 and 25 and of article 6, paragraph 2, thereof",
    "the decision to set aside 1.5 per cent of the budget for the biennium 2004-2005",
    "a gender-sensitive, child- and age-sensitive and multidisciplinary approach",
    "the interdependence of decision-making at the national, regional and international levels",
    "the non-discriminatory implementation of anti-corruption and counter-terrorism legislation",
    "the Committee’s conclusion “that 23,400 persons had been displaced”",
    "the need for strengthened institutional arrangements and for unhindered humanitarian access",
    "the important contribution of intergovernmental and non-governmental organizations",
    "a comprehensive approach that requires (a) measures to prevent such acts and (b) an adequate response to them",
    "the Agreement on the Rescue of Astronauts° and the Convention on International Liability°",
)

EXTENSIONS = (
    "and in particular its relevance for developing countries",
    "and noting with concern that it has not been implemented in full",
    "which entered into force on 1 July 2002°",
    "and encouraging all parties concerned to act without delay",
    "as well as the commitments made by Heads of State and Government",
    "including through education, health care and vocational training",
    "in accordance with the relevant provisions of international law",
    "taking into account the views of Member States,° where appropriate",
    "in 12 of the 15 countries under review",
    "with a view to achieving further progress by 2030",
    "both within and between regions and States",
    "as set out in paragraph 7 of the annex thereto°",
    "bearing in mind that not doing so impairs the enjoyment of human rights",
)

# The opening words that are printed in italics, and what joins them to a thing.
PREAMBULAR_OPENINGS = (
    ("Recalling", " "), ("Recalling also", " "), ("Recalling further", " "), ("Reaffirming", " "),
    ("Reaffirming also", " "), ("Welcoming", " "), ("Welcoming also", " "), ("Noting with appreciation", " "),
    ("Noting with concern", " "), ("Noting", " "), ("Taking note", " of "), ("Taking note also", " of "),
    ("Bearing in mind", " "), ("Stressing", " "), ("Recognizing", " "), ("Recognizing further", " "),
    ("Deeply concerned", " at any disregard for "), ("Gravely concerned", " at attempts to set aside "),
    ("Convinced", " of the value of "), ("Convinced also", " of "), ("Mindful", " of "), ("Guided", " by "),
    ("Emphasizing", " "), ("Acknowledging", " "), ("Having considered", " "), ("Expressing its appreciation", " for "),
    ("Conscious", " of "), ("Reiterating", " "), ("Desiring", " to give effect to "), ("Considering", " "),
)  # fmt: skip

OPERATIVE_OPENINGS = (
    ("Takes note", " of "), ("Takes note with appreciation", " of "), ("Welcomes", " "), ("Also welcomes", " "),
    ("Reaffirms", " "), ("Urges", " Member States to respect "), ("Also urges", " Governments to give effect to "),
    ("Further urges", " States parties to implement "), ("Calls upon", " all States to observe "),
    ("Also calls upon", " the parties to respect "), ("Encourages", " Governments to build upon "),
    ("Invites", " the United Nations system to support "), ("Also invites", " donors to consider "),
    ("Requests", " the Secretary-General to report on "), ("Decides", " to follow up "), ("Stresses", " "),
    ("Recognizes", " "), ("Strongly condemns", " any disregard for "), ("Demands", " full respect for "),
    ("Expresses its appreciation", " for "), ("Recommends", " that States consider "), ("Notes with concern", " "),
    ("Reiterates", " "), ("Affirms", " "), ("Endorses", " "), ("Approves", " "), ("Emphasizes", " "),
)  # fmt: skip

CHAPEAUX = (
    ("Calls upon", " Member States to cooperate, especially with a view to prevention, through:"),
    ("Invites", " Member States to adopt measures, in accordance with their domestic law, inter alia:"),
    ("Requests", " the Secretary-General, in consultation with the parties,° to take the following steps:"),
    ("Decides", " that all States shall:"),
    ("Urges", " Governments, within the framework of resolution 64/293,° to do so by:"),
)

ITEM_OPENINGS = (
    "To strengthen ", "To give full effect to ", "Promoting ", "Improved understanding of ", "A renewed focus on ",
    "Publicizing ", "The review of ", "Measures to support ", "To raise awareness of ", "Implementing ",
)  # fmt: skip
ITEM_CHAPEAUX = (
    "To raise awareness of the needs of victims by, inter alia:",
    "Measures that serve to support, in particular:",
    "To review, at its next session, the following questions:",
)
TAILS = (
    "and to report thereon to the General Assembly at its sixty-seventh session",
    "and to make the results available to all States°",
    "and requests that this be done within existing resources",
    "with full respect for the human rights of the persons concerned",
)
LAST = (
    ("Decides", " to remain seized of the matter."),
    ("Requests", " the Secretary-General to report to it on the implementation of the present resolution."),
    ("Decides", " to continue its consideration of the question at its sixtieth session."),
)  # fmt: skip

SECTION_TITLES = ("Measures by States", "International cooperation", "Follow-up and review", "Means of implementation")
ANNEX_TITLES = (
    "Rules of procedure of the Advisory Committee", "Plan of Action for the Decade", "Terms of reference of the Fund",
)  # fmt: skip
ANNEX_OPENINGS = (
    "The Committee shall take into account ", "The Fund shall support ", "States should consider ",
    "The members shall be guided by ", "Each report shall deal with ",
)  # fmt: skip

# A source, and what an "Ibid." after it may give anew.
SOURCES = (
    ("Resolution 55/25, annex I.", "Ibid., annex II."),
    ("United Nations, Treaty Series, vol. 2225, No. 39574.", "Ibid., vol. 2237, No. 39574."),
    ("Resolution 317 (IV), annex.", "Ibid."),
    ("See A/59/185 and Corr.1.", "Ibid., para. 12."),
    ("A/CONF.157/24 (Part I), chap. III.", "Ibid., chap. IV."),
    ("E/2002/68/Add.1.", "Ibid., annex."),
    (
        (
            "Report of the Fourth World Conference on Women, Beijing, 4–15 September 1995 (United Nations publication, "
            "Sales No. E.96.IV.13), chap. I, resolution 1, annexes I and II."
        ),
        "Ibid., annex III.",
    ),
    (
        (
            "See Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 53 (A/64/53), "
            "chap. III, sect. A."
        ),
        "Ibid., Sixty-fifth Session, Supplement No. 53 and corrigendum (A/65/53 and Corr.1), chap. III, sect. A.",
    ),
    ("Resolution 64/293.", "Ibid., annex."),
    ("Such as the regional plans of action adopted in 1999, 2002 and 2006.", "Ibid., p. 14."),
)

SESSIONS = ("Forty-ninth session", "Fifty-eighth session", "Sixty-fifth session", "Seventy-seventh session")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
