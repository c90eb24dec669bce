const exits = `Exit codes
  0 there is an answer            3 a file cannot be read or written,
  2 the command is not understood   or says something that cannot be meant
  4 no pair is possible           1 something went wrong on our side
`

export const generalHelp = `viceversa: pairs for reverse mentoring, from CSV files, without a server

  viceversa match people.csv --mentors … --leaders …   the pairs of a file
  viceversa simulate                                   invented people

viceversa match --help and viceversa simulate --help tell all options.

${exits}`

const matching = `How pairs are looked for
  --objective NAME        most-people (the default), best-fit, generous, stable
  --rule NAME=off|on|N    reporting-line, level-gap=2, appraisal, conflict,
                          earlier-pair, shared-hours=2, shared-language
  --weight PART=N         goals=40, work-style=25, department=20, time=15
  --period FROM..TO       weeks in which hours are compared, such as
                          2026-09-07..2027-03-05; 26 weeks from today if absent
  --hours-per-pair N      hours a month a pair takes of each of the two

What comes out
  --explain               reasons per pair, what would help who is left over,
                          and what relaxing each rule would give
  --json                  everything as JSON on standard output
`

export const matchHelp = `viceversa match PEOPLE.csv --mentors WHO --leaders WHO [options]

Reads the people of an organisation and proposes the best pairs, with a proof
that is checked. Delimiter, encoding and columns are found out as when a
directory is imported; - reads standard input.

Who
  --mentors WHO           a condition on a column: "role=mentor", "level>=4 and
  --leaders WHO           site=Leeds|Porto"; or a file with a list of personnel
                          numbers or e-mail addresses. May be given again.
                          "level" counts from the top: 1 has nobody above
  --profiles FILE         profiles in a second file, by number or e-mail
  --column FIELD=TITLE    what a column is, where the guess is wrong
  --languages, --hours, --time-zone, --capacity
                          for whoever the files say nothing of
  --delimiter CHAR        between cells, where the guess is wrong; also of --out
  --leave-out-bad-rows    go on without rows that cannot be used

Pairs already decided, each a CSV file with two columns, mentor and leader
  --pins, --bans          pairs that must, or must not, be in the answer
  --vetoes, --conflicts, --earlier-pairs
                          pairs that rules keep apart, in either order
  --appraisals            who appraises whom

${matching}  -o, --out FILE          the pairs as CSV; - is standard output
  --force                 replace FILE when it is there
  --excel                 begin the CSV with the mark that Excel wants
  --dry                   do all but write

Examples, from the folder of Viceversa
  viceversa match content/en/sample/people.csv \\
    --profiles content/en/sample/participants.csv \\
    --mentors seat=mentor --leaders seat=leader
  viceversa match content/en/sample/people.csv --mentors "level>=4" \\
    --leaders "level<=2" --rule level-gap=3 --languages en --explain

${exits}`

export const simulateHelp = `viceversa simulate [options]

Invents an organisation, writes it as CSV, and matches it as any file is.

  --people N              how many people, 10 to 100,000 (500 unless told)
  --seed N                another seed, other people (1 unless told)
  --mentor-share, --leader-share
                          shares of everybody who take part (0.2 and 0.1)
  --keep FILE             write the invented people; --force replaces a file
  --runs N                that many organisations, one seed after the other

${matching}
Examples
  viceversa simulate
  viceversa simulate --people 2000 --seed 7 --objective generous
  viceversa simulate --people 300 --runs 5

${exits}`
