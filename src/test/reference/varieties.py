"""Spells out which words of English are written in one way in Britain and in another in America.

Each stem is bent as its kind is; a pair stays where the dictionaries that Timbre ships know the British form as British and the American
one as American, so that a slip of a stem or an ending leaves no wrong pair. Writes src/main/resources/studio/timbre/voice/varieties-en.txt.

    python varieties.py FOLDER    # with en_GB and en_US, .aff and .dic unpacked
"""
import sys
from spylls.hunspell import Dictionary

folder = sys.argv[1]
british = Dictionary.from_files(f"{folder}/en_GB")
american = Dictionary.from_files(f"{folder}/en_US")
pairs = {}


def add(one, other):
    if one != other and british.lookup(one) and american.lookup(other):
        pairs[one] = other


OUR = ("arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab misdemean neighb od parl "
       "ranc rig rum sav savi splend succ tum val vap vig disfav dishon discol watercol").split()
for stem in OUR:
    for end in ("", "s", "ed", "ing", "ful", "fully", "less", "able", "ably", "er", "ers", "ist", "ite", "ites", "itism",
                "hood", "hoods", "ly", "y", "al", "ally", "ings", "ism"):
        add(stem + "our" + end, stem + "or" + end)
RE = "cent theat lit fib calib lust spect somb meag kilomet millimet centimet met lou reconnoit sab scept sepulch nit".split()
for stem in RE:
    for one, other in (("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering")):
        add(stem + one, stem + other)
ISE = """organ real recogn apolog custom personal priorit minim maxim optim summar final special emphas critic sympath standard
modern author categor character familiar general local normal util visual revolution item memor mobil social stabil subsid symbol
synchron harmon digit initial capital central legal equal formal energ fertil steril neutral popular public rational scrutin material
monet pasteur caramel moistur sanit vapor tender vandal terror victim verbal ideal hospital patron pressur individual institutional
internal international marginal miniatur penal polar privat reorgan sensational serial theor token trivial urban vocal weatherpr
alphabet anonym brutal commercial computer crystall decentral dramat econom empath fantas glamor hypnot immun industrial jeopard
legitim liberal mechan mesmer national ostrac oxid philosoph plagiar random regular romantic satir tantal traumat unionis womanis
homogen ion lion magnet motor optimal pulver synthes system tranquill""".split()
for stem in ISE:
    for one, other in (("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
                       ("isation", "ization"), ("isations", "izations"), ("isable", "izable"), ("isational", "izational")):
        pair = (stem + one, stem + other)
        if american.lookup(pair[1]):
            pairs[pair[0]] = pair[1]
for stem in "anal catal paral electrol dial".split():
    for one, other in (("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("yser", "yzer"), ("ysers", "yzers")):
        add(stem + one, stem + other)
LED = """travel cancel label model signal fuel level counsel channel total dial bevel duel equal funnel grovel initial jewel libel
marshal marvel panel parcel pedal pencil quarrel revel rival shovel shrivel snivel spiral stencil swivel symbol tinsel towel trammel
tunnel unravel yodel chisel enamel gravel""".split()
for stem in LED:
    for end in ("ed", "ing", "er", "ers", "ings", "ous", "ously", "or", "ors", "ery"):
        add(stem + "l" + end, stem + end)
for one, other in (line.split() for line in """defence defense
defences defenses
offence offense
offences offenses
pretence pretense
catalogue catalog
catalogues catalogs
catalogued cataloged
cataloguing cataloging
analogue analog
grey gray
greys grays
greyish grayish
jewellery jewelry
pyjamas pajamas
aluminium aluminum
moustache mustache
moustaches mustaches
fulfil fulfill
fulfils fulfills
fulfilment fulfillment
enrol enroll
enrols enrolls
enrolment enrollment
enrolments enrollments
instalment installment
instalments installments
skilful skillful
skilfully skillfully
wilful willful
wilfully willfully
mum mom
mums moms
mummy mommy
ageing aging
cosy cozy
cosier cozier
cosiest coziest
cosiness coziness
yoghurt yogurt
yoghurts yogurts
mould mold
moulds molds
moulded molded
mouldy moldy
moulding molding
smoulder smolder
smouldering smoldering
sceptic skeptic
sceptics skeptics
sceptical skeptical
scepticism skepticism
sulphur sulfur
paediatric pediatric
paediatrician pediatrician
anaesthetic anesthetic
manoeuvre maneuver
manoeuvres maneuvers
plough plow
ploughed plowed
woollen woolen
woollens woolens
aeroplane airplane
aeroplanes airplanes
tyre tire
tyres tires
kerb curb
kerbs curbs
licence license
licences licenses
practise practice
practised practiced
practising practicing
programme program
programmes programs
cheque check
cheques checks
storey story
storeys stories
draught draft
draughts drafts
axe ax
maths math
per_cent percent
learnt learned
whilst while
amongst among
tonne ton
gramme gram
chequered checkered
sanitiser sanitizer
speciality specialty
specialities specialties
orientated oriented
furore furor
artefact artifact
artefacts artifacts
pedlar peddler
sledge sled
snowplough snowplow
carburettor carburetor
distil distill
instil instill
appal appall
enthral enthrall
armoury armory
mollusc mollusk
disc disk
""".splitlines()):
    if one not in ("per_cent", "tonne", "gramme", "sledge", "axe", "speciality", "specialities", "disc", "furore", "metre_"):
        pairs[one] = other

# Words that both write, in another sense: only the British one is telling, so the American one is never marked.
ONE_WAY = set("""tyre tyres kerb kerbs licence licences practise practised practising programme programmes cheque cheques storey storeys
draught draughts learnt whilst amongst metre metres plough ploughed mummy chequered artefact artefacts saviour saviours sabre
nitre lustre moulding disc appal armoury""".split())
# Not words of their own, or the same on both sides.
WRONG = set("glamorise colourist analyses paralyses".split())
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write("# British, American; a > where only the British word tells, as the other has a sense of its own in Britain.\n")
    out.write("# Made by src/test/reference/varieties.py\n")
    for one in sorted(pairs):
        if one not in WRONG:
            out.write(f"{one} {'> ' if one in ONE_WAY else ''}{pairs[one]}\n")
print(len(pairs))
