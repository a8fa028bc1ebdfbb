"""Words that a resolution on any subject may hold: the fixed table behind the question whether two texts are akin.

Two resolutions on different subjects share many of them, alone and side by side ("to strengthen national programmes
and international cooperation"); what makes two texts akin is words outside this table. It is ours, was chosen by
reading resolutions of several organs and decades, and depends on no corpus: a text that is added changes nothing for
the others.
"""

_JOINTS = """
the and of to that in on by with as a an its it is are be been was were being has have had having not or nor but from
at for which who whom whose this these those their them they his her he she all any each every such other others same
own one two three first second third also again further so if when where while whether than then there here therein
thereof thereto thereon under upon into within without between among through throughout during after before since until
towards against over out up about above below both either only more most very yet once shall should will would may might
can could must do does done
"""
_INSTITUTIONS = """
united nations general assembly security council secretary commission committee member members state states government
governments governmental intergovernmental non organization organizations organisation organisations party parties
people peoples country countries international national regional subregional local global world conference meeting
president representative representatives special system agency agencies specialized body bodies organ organs entity
entities fund funds programme programmes authority authorities institution institutions official officials civil society
community communities stakeholders public private sector personnel office high commissioner
"""
_PAPERS = """
resolution resolutions decision decisions report reports session sessions year years paragraph paragraphs annex article
articles chapter section item agenda document documents statement statements letter declaration declarations platform
plan plans charter convention conventions protocol protocols covenant covenants treaty treaties agreement agreements
instrument instruments law laws legal legislation legislative january february march april may june july august
september october november december
"""
_OPENINGS = """
accepts acknowledges acknowledging acting adopts adopting affirms affirming alarmed appeals appreciation approves
authorizes aware bearing mind calls call called commends commending concerned concern concerns condemns condemning
confident conscious considers considering convinced decides decided deeply demands deplores deploring desiring
determined determining emphasizes emphasizing encourages encourage encouraged encouraging endorses expresses expressing
gravely guided insists instructs interest invites invite invited mindful notes note noting noted observing reaffirms
reaffirming recalls recalling recognizes recognizing recommends regrets regretting reiterates reiterating remains remain
requests request requested resolved satisfaction seized seriously stresses stressing strongly supports takes take taken
taking underlines underlining urges urge urged views welcomes welcoming
"""
_ACTS = """
address addressing achieve achieving adopt adopted adoption apply application assist assistance based basis carry
carried comply compliance contain contained continue continues continuing continued contribute contributions
contributing cooperate co operate cooperation operation cooperating coordinate coordination develop developing
development effective effectively efficient effort efforts enhance enhancing ensure ensuring ensured establish
establishing established facilitate facilitating follow full fully give giving given implement implementing implemented
implementation include includes including included increase increased increasing inform information informed keep
maintain maintaining make made making mention mentioned participate participation participating prepare present previous
process progress promote promoting promotion provide providing provided provision provisions pursuant ratify ratifying
ratification accede acceding accession sign signing signature become becoming refer referred relate relating related
relevant respect respond response review set forth steps step strengthen strengthening strengthened submit submitted
support transmit undertake undertaken undertaking use used using work works
"""
_MANNERS = """
accordance account action actions activities activity additional appropriate area areas aspect aspects available best
common conformity end especially existing field form forms future good grave great immediate immediately important
importance inter alia issue issues joint level levels manner matter matters means measure measures mutual nature
necessary need needs new number order part particular particularly period possible practice practices purpose purposes
question questions regard regarding resources role serious situation situations soon early order task tasks technical
term terms time view voluntary way ways well
"""
_CAUSES = """
human right rights freedom freedoms fundamental principle principles obligation obligations policy policies framework
peace peaceful peacefully threat threats force forces sovereignty sovereign territory territorial integrity political
independence independent unity refrain act acts dispute disputes settlement relations responsibility responsibilities
primary maintenance breach aggression armed military conflict conflicts hostilities cease fire ceasefire withdrawal
economic social cultural humanitarian financial administrative
"""

STOCK_WORDS = frozenset(
    word for words in (_JOINTS, _INSTITUTIONS, _PAPERS, _OPENINGS, _ACTS, _MANNERS, _CAUSES) for word in words.split()
)
"""The words, in lower case."""
