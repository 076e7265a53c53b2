"""First and family names that many people have, as they are known in English text."""

from language.names import words_of

# Names that are common words of English text because so many people have them.
FIRST_NAMES = words_of(
    """james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony donald steven paul andrew joshua kenneth kevin brian george timothy ronald
    edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
    benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron jose adam nathan henry
    douglas zachary peter kyle noah ethan jeremy walter keith roger terry sean austin carl arthur
    lawrence jesse dylan bryan joe jordan billy bruce albert gabriel logan alan juan wayne roy ralph
    randy eugene vincent russell louis philip bobby johnny bradley mary patricia jennifer linda
    elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
    emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia
    kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
    debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia
    victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha
    gloria teresa ann sara madison frances kathryn janice jean alice abigail julia judy sophia grace
    denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte
    marie kayla alexis lori smith johnson williams jones davis miller wilson anderson taylor moore
    jackson martin lee thompson harris clark lewis robinson walker allen wright adams nelson hill
    campbell mitchell roberts carter phillips evans turner parker collins edwards stewart morris
    murphy cook rogers morgan peterson cooper reed bailey bell gomez kelly howard ward cox diaz
    richardson wood watson brooks bennett gray james reyes cruz hughes price myers long foster
    sanders ross morales powell sullivan russell ortiz jenkins gutierrez perry butler barnes fisher
    dana wells chris mike dave tom bob jim steve mark luke matt ben sam dan greg tony kim pat alex
    max leo eva ana nina kate jane anne lucy sue rosa carlos luis ali omar ahmed mohammed priya ravi
    wei chen wang singh khan garcia martinez rodriguez lopez hernandez gonzalez perez sanchez
    ramirez torres nguyen"""
)

_ALSO_WORDS = words_of(
    """long price bell brooks reed wood gray hill young ward page cook foster powell mark grace joy
    will hope may june baker parker carter turner walker fisher cooper bailey martin barnes virginia
    madison jordan austin tyler chase wells"""
)


def is_first_name(word: str) -> bool:
    """Whether a word in lower case is a name that many people have, and hardly anything else."""
    return word in FIRST_NAMES and word not in _ALSO_WORDS
