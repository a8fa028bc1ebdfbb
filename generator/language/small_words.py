"""Words that say little: no two texts are alike by them. They are spelled as words are compared (`wording`)."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


PASSED_OVER = _listed("""
    a all also an and any are as at be been by for from has have if in inter into is it its alia no not of on or
    such than that the their them there these they this those to under upon was well were where which who whose
    will with within
""")
"""Words that say little by themselves. No run of the index begins with one: that halves it and loses no phrase."""

AT_NO_END = PASSED_OVER | _listed("""
    about among being between both further including other relevant through view
""")
"""Words that no notable phrase begins or ends with."""

FORMULAS = _listed("""
    acting adopted adopts agenda annual appreciation appropriate assembly attention calls charter commission
    commissioner committee concern concerned conference conscious considered considering consideration continue
    continues convinced council date decides deeply determined efforts emphasizes emphasizing encourages ensure
    entitled expresses further general governments guided heard high importance including inform information
    international invites issue item keep law made mandate matter may measures meeting member members mind
    nations necessary need note noted notes noting office order organization organizations paragraph particular
    parties peace present previous principles problem provisional provisions purposes reaffirming reaffirms
    recalling recalls recognizes recognizing regard relevant remain report reports representative
    representatives request requests resolution resolutions resolves secretariat secretary seized session
    situation states stresses stressing submit system take takes taking united urges view welcomes welcoming
    work year years
    january february march april may june july august september october november december
    first second third fourth fifth sixth seventh eighth ninth tenth twentieth thirtieth fortieth fiftieth
    sixtieth seventieth eightieth twenty thirty forty fifty sixty seventy eighty
""")
"""Words of the openings, of the organs and of their work: texts that share them need not have a subject in common."""
